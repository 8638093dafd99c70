//! What the site offers programs, as an `OpenAPI` document.

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use guard_runtime::admin::Admin;
use guard_runtime::docs::{DocsError, OpenApiGates};
use guard_runtime::requires_internal;
use guard_runtime::routes::{Routes, get};

use super::site::Office;

/// Registers the document, for who works here: it names all fields.
pub(crate) fn register(routes: &mut Routes<'_>, site: &Admin<Office>) {
    let document = match document(site) {
        Ok(document) => document,
        Err(error) => return tracing::error!("there is no documentation: {error}"),
    };
    let serve = requires_internal().handler(move || {
        let document = document.clone();
        async move {
            HttpResponse::Ok()
                .content_type("application/json")
                .body(document)
        }
    });
    routes.route("/openapi.json", get().to(serve));
}

fn document(site: &Admin<Office>) -> Result<Bytes, DocsError> {
    let mut api = site.openapi();
    let gates = OpenApiGates::new().routes(|routes| {
        routes.service(site.clone());
    });
    gates.document(&mut api)?;
    // Writing plain data into memory does not fail.
    Ok(serde_json::to_vec(&api).unwrap_or_default().into())
}
