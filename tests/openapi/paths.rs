//! Paths that a document writes in another way than the registration.
#![allow(unused_qualifications, reason = "in what utoipa makes of `nest`")]

use actix_web::get;
use guard_runtime::docs::OpenApiGates;
use guard_runtime::routes::{self, Routes};
use guard_runtime::{requires_internal, requires_user};
use serde_json::json;
use utoipa::OpenApi;

use super::document;
use super::places::listed;

#[requires_user]
#[utoipa::path(responses((status = 200)))]
#[get("/years/{year:\\d+}/{name:[a-z]+}")]
async fn pattern() -> &'static str {
    "7"
}

#[requires_user]
#[utoipa::path(responses((status = 200)))]
#[get("/v1/tools")]
async fn outside() -> &'static str {
    "7"
}

/// The document has the scope's prefix from here.
#[requires_user]
#[utoipa::path(context_path = "/v1", responses((status = 200)))]
#[get("/orders")]
async fn in_context() -> &'static str {
    "7"
}

#[test]
fn a_path_with_patterns() {
    #[derive(OpenApi)]
    #[openapi(nest((path = "/{shop}", api = Inner)))]
    struct Outer;
    #[derive(OpenApi)]
    #[openapi(paths(pattern))]
    struct Inner;

    let gates = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        let scope = routes::scope("/{shop:\\d+}").service(pattern);
        routes.service(scope.gate(requires_internal()));
    });
    let mut document = Outer::openapi();
    gates.document(&mut document).expect("known");
    let path = "/{shop}/years/{year}/{name}";
    assert_eq!(listed(&document, "get", path), json!(["internal", "user"]));
}

#[test]
fn a_prefix_in_the_attribute() {
    let scope = |path: &'static str| {
        move |routes: &mut Routes<'_>| {
            let scope = routes::scope(path).service(in_context);
            routes.service(scope.gate(requires_internal()));
        }
    };
    let gates = OpenApiGates::new().routes(scope("/v1"));
    let mut document = document!(in_context);
    gates.document(&mut document).expect("it is this prefix");
    let both = json!(["internal", "user"]);
    assert_eq!(listed(&document, "get", "/v1/orders"), both);

    let error = OpenApiGates::new().routes(scope("/v2"));
    let error = error.document(&mut document).expect_err("another prefix");
    assert_eq!(error.mistakes().len(), 1, "{error}");
}

/// What is exactly at the path goes before what may be.
#[test]
fn a_prefix_that_is_part_of_the_path() {
    let gates = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        let inside = routes::scope("/v1").service(outside);
        routes
            .service(inside.gate(requires_internal()))
            .service(outside);
    });
    let mut document = document!(outside);
    gates.document(&mut document).expect("one of the two");
    assert_eq!(listed(&document, "get", "/v1/tools"), json!(["user"]));
}
