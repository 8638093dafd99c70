//! Gates in every order with other attributes, and before every extractor.
#![allow(missing_docs, reason = "tests")]

mod support;

use actix_web::http::{Method, StatusCode};
use actix_web::{
    App, HttpRequest, Responder, get, guard, middleware, post, route, routes, test, web,
};
use guard_runtime::requires_user as login;
use guard_runtime::routes as gated_routes;
use guard_runtime::{
    allows_public, requires_group, requires_internal, requires_role, requires_user,
};
use support::{access, groups, roles, token};
use tracing::instrument;

fn is_plain(context: &guard::GuardContext<'_>) -> bool {
    !context.head().headers().contains_key("x-special")
}

#[requires_internal]
#[post("/above")]
async fn above(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[post("/below")]
#[requires_internal]
async fn below(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[requires_user]
#[post("/split")]
#[requires_internal]
async fn split(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

/// Documented.
#[allow(clippy::unused_async, reason = "between gate and route")]
#[requires_internal]
#[doc(alias = "several")]
#[route("/route", method = "POST", method = "PUT", name = "named")]
#[inline]
async fn many(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[routes]
#[requires_internal]
#[post("/routes/one")]
#[put("/routes/two")]
async fn routes_above(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[requires_internal]
#[routes]
#[post("/routes/three")]
#[put("/routes/four")]
#[requires_user]
async fn routes_below(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[requires_internal]
#[post(
    "/settings",
    wrap = "middleware::NormalizePath::trim()",
    guard = "is_plain"
)]
async fn settings(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[requires_internal]
#[tracing::instrument(skip_all)]
#[post("/traced/one")]
async fn traced_above(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[instrument(skip(number))]
#[post("/traced/two")]
#[requires_internal]
async fn traced_below(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[post("/traced/three")]
#[requires_user]
#[instrument(fields(number = %number))]
#[requires_internal]
async fn traced_between(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[requires_internal]
#[utoipa::path(responses((status = 200, description = "the number")))]
#[post("/documented/one")]
async fn documented_above(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[utoipa::path(responses((status = 200, description = "the number")))]
#[requires_internal]
#[post("/documented/two")]
async fn documented_between(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[utoipa::path(responses((status = 200, description = "the number")))]
#[post("/documented/three")]
#[requires_internal]
async fn documented_below(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[login]
#[post("/renamed/one")]
#[requires_internal]
async fn renamed_above(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[requires_internal]
#[login]
#[post("/renamed/two")]
async fn renamed_between(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[guard_runtime::requires_internal]
#[post("/renamed/three")]
#[login]
#[guard_runtime::requires_group(core_internal)]
async fn renamed_below(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[requires_group(any(sales, support))]
#[requires_role(editor)]
#[post("/stacked")]
#[requires_group(core_internal)]
async fn stacked(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

const POSTS: [&str; 17] = [
    "/above",
    "/below",
    "/split",
    "/route",
    "/routes/one",
    "/routes/three",
    "/settings",
    "/traced/one",
    "/traced/two",
    "/traced/three",
    "/documented/one",
    "/documented/two",
    "/documented/three",
    "/renamed/one",
    "/renamed/two",
    "/renamed/three",
    "/mounted",
];

/// The status of a request with this body.
async fn status(method: Method, uri: &str, user: Option<&str>, body: &'static str) -> StatusCode {
    let app = App::new()
        .wrap(access())
        .service(above)
        .service(below)
        .service(split)
        .service(many)
        .service(routes_above)
        .service(routes_below)
        .service(settings)
        .service(traced_above)
        .service(traced_below)
        .service(traced_between)
        .service(documented_above)
        .service(documented_between)
        .service(documented_below)
        .service(renamed_above)
        .service(renamed_between)
        .service(renamed_below)
        .service(stacked)
        .route("/mounted", web::post().to(mounted));
    let app = test::init_service(app).await;
    let mut request = test::TestRequest::with_uri(uri)
        .method(method)
        .insert_header(("content-type", "application/json"))
        .set_payload(body);
    if let Some(user) = user {
        request = request.insert_header(("authorization", format!("Bearer {}", token(user))));
    }
    test::call_service(&app, request.to_request())
        .await
        .status()
}

#[requires_internal]
async fn mounted(number: web::Json<u32>, _: HttpRequest) -> impl Responder {
    number.to_string()
}

#[actix_web::test]
async fn the_gate_comes_first_in_every_order() {
    for uri in POSTS {
        for (user, body, expected) in [
            (None, "not json", 401),
            (Some("portal"), "not json", 403),
            // Here the directory was asked, which takes a while; the gate still came first.
            (Some("guest-user"), "7", 403),
            (Some("internal"), "not json", 400),
            (Some("internal"), "7", 200),
        ] {
            let status = status(Method::POST, uri, user, body).await;
            assert_eq!(status.as_u16(), expected, "{uri} {user:?} {body}");
        }
    }
}

#[actix_web::test]
async fn every_method_of_a_handler_is_gated() {
    for uri in ["/route", "/routes/two", "/routes/four"] {
        assert_eq!(
            status(Method::PUT, uri, None, "no").await.as_u16(),
            401,
            "{uri}"
        );
        let internal = status(Method::PUT, uri, Some("internal"), "7").await;
        assert_eq!(internal.as_u16(), 200, "{uri}");
    }
}

#[actix_web::test]
async fn all_gates_of_a_stack_hold() {
    for (user, expected) in [
        ("sales", 403),
        ("editor", 403),
        ("support", 403),
        ("internal", 403),
    ] {
        let status = status(Method::POST, "/stacked", Some(user), "no").await;
        assert_eq!(status.as_u16(), expected, "{user}");
    }
    let gates = guard_runtime::gates();
    let gates = gates.iter().filter(|gate| gate.handler == "stacked");
    let requirements = gates
        .map(|gate| gate.requirement.to_string())
        .collect::<Vec<_>>();
    assert_eq!(
        requirements,
        ["all(any(group:sales, group:support), role:editor, group:core_internal)"]
    );
}

#[actix_web::test]
async fn renamed_gates_are_one_row_in_the_registry() {
    for (handler, requirement) in [
        ("renamed_above", "all(user, internal)"),
        ("renamed_between", "all(internal, user)"),
        ("renamed_below", "all(internal, group:core_internal, user)"),
        ("traced_between", "all(user, internal)"),
    ] {
        let gates = guard_runtime::gates();
        let gates = gates.iter().filter(|gate| gate.handler == handler);
        let gates = gates
            .map(|gate| gate.requirement.to_string())
            .collect::<Vec<_>>();
        assert_eq!(gates, [requirement], "{handler}");
    }
}

#[allows_public]
#[get("/open")]
async fn open() -> &'static str {
    "open"
}

#[actix_web::test]
async fn a_gate_above_the_route_marks_the_handler() {
    let app = App::new()
        .wrap(access())
        .configure(gated_routes::gated(|routes| {
            routes
                .service(open)
                .service(above)
                .service(split)
                .service(routes_below)
                .service(documented_above)
                .service(renamed_between)
                .route("/mounted", gated_routes::post().to(mounted));
        }));
    let app = test::init_service(app).await;
    let request = test::TestRequest::get().uri("/open").to_request();
    assert_eq!(
        test::call_service(&app, request).await.status(),
        StatusCode::OK
    );
}

#[actix_web::test]
async fn documentation_keeps_the_original_signature() {
    use utoipa::OpenApi as _;

    #[derive(utoipa::OpenApi)]
    #[openapi(paths(documented_above, documented_between, documented_below))]
    struct Api;

    let api = serde_json::to_value(Api::openapi()).expect("an API in JSON");
    for path in ["one", "two", "three"] {
        let body = &api["paths"][format!("/documented/{path}")]["post"]["requestBody"];
        assert_eq!(body["required"], true, "{path}: {body}");
    }
}
