//! Declarations and gates add no warning to a crate that forbids them.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unused,
    unreachable_pub,
    unused_qualifications,
    rust_2018_idioms,
    let_underscore,
    nonstandard_style,
    future_incompatible
)]
#![forbid(unsafe_code)]

guard_runtime::define_scopes! {
    mod scopes {
        admin { tools: GET | UPDATE }
        project(project_id) inherits admin.tools { root: GET }
    }
}

guard_runtime::define_roles! {
    mod roles { reader { project.* = GET } }
}

/// A handler.
#[guard_runtime::requires_scope(any(project.root = GET, admin.tools = [GET, UPDATE]))]
#[guard_runtime::requires_role(reader)]
#[actix_web::get("/")]
pub(crate) async fn handler() -> &'static str {
    "handler"
}

fn main() {
    drop(actix_web::App::new().service(handler));
}
