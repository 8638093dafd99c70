//! The expansion adds no warning of Clippy's either: `cargo clippy --all-targets` covers this file.
#![deny(
    warnings,
    clippy::all,
    clippy::pedantic,
    missing_docs,
    unused,
    unsafe_code
)]
#![forbid(unsafe_code)]

mod support;

use actix_web::{App, HttpRequest, Responder, get, post, test, web};
use guard_runtime::routes::{self, Routes};
use guard_runtime::{
    Env, allows_public, no_auth, requires_group, requires_internal, requires_role, requires_user,
};
use support::{groups, roles};

mod declared {
    guard_runtime::define_groups! {
        pub(crate) mod more {
            /// First.
            first: core_internal,
            /// A keyword.
            r#type: first,
        }
    }
}

#[requires_user]
#[get("/items")]
async fn begins_with_items(number: web::Query<Vec<(String, u32)>>, env: Env) -> impl Responder {
    use std::fmt::Write as _;
    const SEPARATOR: char = ',';
    let mut text = String::new();
    for (name, number) in &number.0 {
        let _ = write!(text, "{name}{number}{SEPARATOR}");
    }
    text + env.user().name()
}

#[requires_group(any(sales, all(support, auditor), manager))]
#[requires_role(any(editor, publisher))]
#[post("/large")]
#[allow(clippy::too_many_arguments, reason = "a large signature")]
async fn large(
    first: web::Query<Vec<(String, String)>>,
    second: web::Query<Vec<(String, String)>>,
    third: Option<web::Query<Vec<(String, String)>>>,
    fourth: Result<web::Query<Vec<(String, String)>>, actix_web::Error>,
    mut request: HttpRequest,
    (other, _): (HttpRequest, web::Bytes),
    _g: HttpRequest,
    data: Option<web::Data<Vec<Option<Result<String, String>>>>>,
) -> Result<String, actix_web::Error> {
    let fourth = fourth?;
    request = request.clone();
    let optional = third.map_or(0, |it| it.len()) + data.map_or(0, |it| it.len());
    let count = first.len() + second.len() + fourth.len() + optional;
    Ok(format!("{count} {} {}", request.path(), other.path()))
}

#[get("/split")]
#[requires_internal]
#[requires_group(r#type, groups = declared::more)]
async fn split() -> &'static str {
    "split"
}

#[allows_public]
async fn public() -> &'static str {
    "public"
}

#[no_auth]
#[get("/open")]
async fn open() -> &'static str {
    "open"
}

#[actix_web::test]
async fn a_crate_that_denies_every_warning_compiles() {
    let app = App::new()
        .configure(routes::gated(|routes: &mut Routes<'_>| {
            routes
                .service(begins_with_items)
                .service(large)
                .service(open)
                .route("/public", routes::get().to(public));
        }))
        .service(split);
    let app = test::init_service(app).await;
    let request = test::TestRequest::get().uri("/open").to_request();
    // Without `AccessControl` nothing is allowed.
    assert_eq!(test::call_service(&app, request).await.status(), 500);
}
