//! Where the gates before the operations of a document are, as far as attributes do not tell.

use std::collections::BTreeMap;
use std::fmt;

use utoipa::openapi::security::SecurityScheme;

use super::places::plain;
use crate::gate::{Gate, Require, Requirement};
use crate::routes::{Mounted, Routes, join, mounted_by};
use crate::scope::Scopes;

/// Writes what gates demand into an `OpenAPI` document.
///
/// Gates of attributes are found by themselves. Of gates that stand elsewhere it has to be told:
/// [`routes`](Self::routes) finds those of [`routes::Scope::gate`](crate::routes::Scope::gate) and of
/// handlers without attributes, [`layer`](Self::layer) and [`operation`](Self::operation) name the
/// rest. [`testing::assert_documented`](crate::testing::assert_documented) fails when an operation
/// and its gate disagree, and [`undocumented`](Self::undocumented) lists what has no operation.
///
/// Gates accumulate: those of the application, of each scope and of the handler stand together in
/// one security requirement and in the sentence. Alternatives are requirements of their own, unless
/// there are more than 32: then there is one that names what is demanded in any case, and the
/// sentence says all of it.
///
/// Administration sites bring operations of their own (feature `admin`): `Admin::openapi`, merged into
/// the document before.
///
/// ```
/// use actix_web::{delete, get};
/// use guard_runtime::docs::OpenApiGates;
/// use guard_runtime::routes::{self, Routes};
/// use guard_runtime::{requires_group, requires_internal, requires_user};
/// use utoipa::OpenApi;
///
/// guard_runtime::define_groups! { pub mod groups { sales: core_internal } }
///
/// #[requires_user]
/// #[utoipa::path(responses((status = 200, description = "The orders.")))]
/// #[get("/orders")]
/// async fn list() -> &'static str {
///     "[]"
/// }
///
/// #[utoipa::path(responses((status = 200, description = "It is gone.")))]
/// #[requires_group(sales)]
/// #[delete("/orders")]
/// async fn clear() -> &'static str {
///     "{}"
/// }
///
/// fn register(routes: &mut Routes<'_>) {
///     let orders = routes::scope("/shop").service(list);
///     routes.service(orders.gate(requires_internal()));
/// }
///
/// #[derive(OpenApi)]
/// #[openapi(nest((path = "/shop", api = Shop)), paths(clear))]
/// struct Api;
///
/// #[derive(OpenApi)]
/// #[openapi(paths(list))]
/// struct Shop;
///
/// fn main() {
///     let mut api = Api::openapi();
///     let gates = OpenApiGates::new().token_url("/token").routes(register);
///     gates.document(&mut api).expect("gates and documentation agree");
///
///     let json = serde_json::to_value(&api).unwrap();
///     let documented = &json["paths"]["/shop/orders"]["get"];
///     assert_eq!(documented["x-required-permissions"], serde_json::json!(["internal", "user"]));
///     assert_eq!(documented["description"], "Required permissions: `internal`, `user`.");
///     assert_eq!(documented["security"][0], serde_json::json!({"bearer": []}));
/// }
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct OpenApiGates {
    pub(super) schemas: Vec<&'static Scopes>,
    pub(super) token_url: Option<String>,
    pub(super) more_schemes: BTreeMap<String, SecurityScheme>,
    pub(super) mounted: Vec<Mounted>,
    pub(super) by_hand: Vec<ByHand>,
}

/// A gate of which only the application's author knows where it stands.
#[derive(Clone, Debug)]
pub(super) struct ByHand {
    /// What the author wrote, for messages.
    pub(super) place: String,
    /// Of an operation; `None` for all below a prefix.
    pub(super) method: Option<String>,
    pub(super) path: String,
    pub(super) gate: &'static Requirement,
}

impl OpenApiGates {
    /// Knows the gates of attributes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lists all permissions of a schema as scopes of OAuth 2.0, beside those that are demanded.
    pub fn scopes(mut self, schema: &'static Scopes) -> Self {
        self.schemas.push(schema);
        self
    }

    /// Declares signing in with name and password (the password flow of OAuth 2.0), so that Swagger
    /// UI's dialog can do it. The URL, of a route of the application's own, may be relative to the
    /// document's server.
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.token_url = Some(url.into());
        self
    }

    /// Declares one more scheme with which callers may sign in, or another one in place of `bearer`
    /// or `oauth2`.
    pub fn scheme(mut self, name: impl Into<String>, scheme: SecurityScheme) -> Self {
        self.more_schemes.insert(name.into(), scheme);
        self
    }

    /// Learns where handlers are registered, and behind which gates of scopes. The function is
    /// called once, without an application; a closure that is needed again is lent: `&register`.
    pub fn routes(self, register: impl FnOnce(&mut Routes<'_>)) -> Self {
        self.routes_at("", register)
    }

    /// The same, where the function is configured in a scope of actix-web's own.
    pub fn routes_at(mut self, prefix: &str, register: impl FnOnce(&mut Routes<'_>)) -> Self {
        let mounted = mounted_by(register).into_iter();
        self.mounted.extend(mounted.map(|mut it| {
            it.path = join(prefix, &it.path);
            it
        }));
        self
    }

    /// Names a gate that stands before all paths below a prefix: of the application (`""`), or of a
    /// scope of actix-web's own.
    pub fn layer<R: Require>(mut self, prefix: &str, gate: Gate<R>) -> Self {
        self.by_hand.push(ByHand {
            place: join(prefix, ""),
            method: None,
            path: plain(prefix),
            gate: gate.requirement(),
        });
        self
    }

    /// Names the gate of one operation: of a handler that was wrapped by hand and registered with
    /// actix-web's own functions.
    pub fn operation<R: Require>(mut self, method: &str, path: &str, gate: Gate<R>) -> Self {
        self.by_hand.push(ByHand {
            place: format!("{method} {path}"),
            method: Some(method.to_uppercase()),
            path: plain(path),
            gate: gate.requirement(),
        });
        self
    }
}

impl fmt::Debug for OpenApiGates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenApiGates")
            .field("token_url", &self.token_url)
            .field("mounted", &self.mounted)
            .field("by_hand", &self.by_hand)
            .finish_non_exhaustive()
    }
}
