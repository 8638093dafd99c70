//! Empty declarations, roles, and a declaration without comments.
#![deny(warnings)]

guard_runtime::define_groups! {
    mod groups {}
}

guard_runtime::define_roles! {
    mod roles { editor, reviewer, }
}

#[guard_runtime::requires_role(any(editor, reviewer))]
#[guard_runtime::requires_group(core_internal)]
async fn handler() -> &'static str {
    "handler"
}

fn main() {
    let _ = actix_web::App::new().route("/", actix_web::web::get().to(handler));
    let _ = &groups::SCHEMA;
}
