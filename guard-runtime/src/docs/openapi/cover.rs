//! What is registered and not documented, and what is documented and not registered.

use std::collections::BTreeSet;

use utoipa::openapi::OpenApi;
use utoipa::openapi::path::Operation;

use super::OpenApiGates;
use super::find::is_below;
use super::handlers::{HANDLER, known};
use super::operations::{Address, operations};
use super::places::{plain, same};
use crate::routes::{Kind, Mounted};

impl OpenApiGates {
    /// What [`routes`](Self::routes) registers and no operation documents, sorted: handlers by their
    /// names, `shop::orders::list in /shop`, and routes as `GET /orders/{id}`.
    ///
    /// Pages and redirections need no documentation, so a list of them is what a test compares this
    /// with. Pages of an administration site are left out.
    ///
    /// ```
    /// use actix_web::get;
    /// use guard_runtime::docs::OpenApiGates;
    /// use guard_runtime::routes::{self, Routes};
    /// use guard_runtime::{no_auth, requires_user};
    ///
    /// async fn page() -> &'static str {
    ///     "<h1>Orders</h1>"
    /// }
    ///
    /// # fn main() {
    /// let gates = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
    ///     routes.route("/", routes::get().to(no_auth().handler(page)));
    /// });
    /// let document = utoipa::openapi::OpenApi::default();
    /// assert_eq!(gates.undocumented(&document), ["GET /"]);
    /// # }
    /// ```
    #[must_use]
    pub fn undocumented(&self, document: &OpenApi) -> Vec<String> {
        let operations = operations(document);
        let mounted = self.mounted.iter().filter(|it| !it.is_page).filter(|it| {
            let mut operations = operations.iter();
            !operations.any(|(address, operation)| is_of(it, address, operation))
        });
        let names = mounted.map(|it| match it.kind {
            Kind::Route(method, _) => format!("{} {}", method.unwrap_or("*"), plain(&it.path)),
            Kind::Service if it.path.is_empty() => it.handler.to_owned(),
            Kind::Service => format!("{} in {}", it.handler, plain(&it.path)),
        });
        names.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The operations that a document has and [`routes`](Self::routes) does not register, sorted.
    ///
    /// Handlers may be registered in other ways, with gates of scopes that nothing tells of here:
    /// name those with [`layer`](Self::layer).
    #[must_use]
    pub fn unregistered(&self, document: &OpenApi) -> Vec<String> {
        let operations = operations(document).into_iter();
        let unregistered = operations.filter(|(address, operation)| {
            let mut mounted = self.mounted.iter();
            !mounted.any(|it| is_of(it, address, operation))
        });
        unregistered
            .map(|(address, _)| address.to_string())
            .collect()
    }
}

/// Whether an operation documents what is registered.
fn is_of(mounted: &Mounted, address: &Address, operation: &Operation) -> bool {
    match mounted.kind {
        Kind::Route(method, _) => {
            method.is_none_or(|method| method == address.method)
                && same(&plain(&mounted.path), &address.path)
        }
        Kind::Service => {
            let extensions = operation.extensions.as_ref();
            let handler = extensions.and_then(|it| it.get(HANDLER)?.as_str());
            handler == Some(mounted.handler)
                && is_below(
                    &address.path,
                    &plain(&mounted.path),
                    &known(mounted.handler),
                    false,
                )
        }
    }
}
