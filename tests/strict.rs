//! Handlers without a gate: what is stopped, and what is nobody's answer.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod support;

use std::cell::Cell;

use actix_web::cookie::Cookie;
use actix_web::{App, HttpResponse, get, middleware, post, route, test, web};
use guard_runtime::{Strict, allows_public, requires_internal};
use support::{access, builder, header, token};

thread_local! {
    static RAN: Cell<bool> = const { Cell::new(false) };
}

#[get("/ungated")]
async fn ungated() -> &'static str {
    RAN.set(true);
    "secret"
}

#[post("/ungated-body")]
async fn ungated_body(body: web::Bytes) -> String {
    RAN.set(true);
    body.len().to_string()
}

#[get("/ungated-404")]
async fn ungated_404() -> HttpResponse {
    HttpResponse::NotFound().body("secret")
}

#[get("/ungated-cookie")]
async fn ungated_cookie() -> HttpResponse {
    HttpResponse::NotFound()
        .cookie(Cookie::new("session", "secret"))
        .finish()
}

#[requires_internal]
#[get("/gated")]
async fn gated() -> &'static str {
    "gated"
}

#[allows_public]
#[route("/options", method = "GET", method = "OPTIONS", method = "HEAD")]
async fn options() -> &'static str {
    "options"
}

#[requires_internal]
#[route("/closed", method = "GET", method = "OPTIONS", method = "HEAD")]
async fn closed() -> &'static str {
    RAN.set(true);
    "closed"
}

macro_rules! app {
    ($access:expr) => {
        test::init_service(
            App::new()
                .wrap($access)
                .service(ungated)
                .service(ungated_body)
                .service(ungated_404)
                .service(ungated_cookie)
                .service(gated)
                .service(options)
                .service(closed)
                .service(web::resource("/methods").route(web::post().to(gated_by_hand))),
        )
        .await
    };
}

#[requires_internal]
async fn gated_by_hand() -> &'static str {
    "by hand"
}

macro_rules! call {
    ($app:expr, $method:ident, $path:expr) => {{
        RAN.set(false);
        let request = test::TestRequest::with_uri($path)
            .method(actix_web::http::Method::$method)
            .insert_header(("x", "y"))
            .set_payload("a body")
            .to_request();
        let response = test::call_service($app, request).await;
        let status = response.status().as_u16();
        let cookie = response.headers().contains_key("set-cookie");
        let body = test::read_body(response).await;
        (status, String::from_utf8_lossy(&body).into_owned(), cookie)
    }};
}

#[actix_web::test]
async fn the_answer_of_an_ungated_handler_never_leaves() {
    let app = app!(access());
    for path in ["/ungated", "/ungated-404", "/ungated-cookie"] {
        let (status, body, cookie) = call!(&app, GET, path);
        assert_eq!(status, 500, "{path}");
        assert!(!body.contains("secret") && !cookie, "{path}: {body}");
    }
}

#[actix_web::test]
async fn an_ungated_handler_that_reads_a_body_does_not_run() {
    let app = app!(access());
    let (status, ..) = call!(&app, POST, "/ungated-body");
    assert_eq!((status, RAN.get()), (500, false));

    let answers_only = builder().strict(Strict::AnswersOnly);
    let app = app!(answers_only.build().expect("a complete configuration"));
    let (status, ..) = call!(&app, POST, "/ungated-body");
    assert_eq!((status, RAN.get()), (500, true));

    let off = builder().strict(Strict::Off);
    let app = app!(off.build().expect("a complete configuration"));
    let (status, body, _) = call!(&app, POST, "/ungated-body");
    assert_eq!((status, body.as_str()), (200, "6"));
}

#[actix_web::test]
async fn the_routers_own_answers_stay() {
    let app = app!(access());
    for (path, expected) in [
        ("/nowhere", 404),
        ("/GATED", 404),
        ("/gated/", 404),
        ("//gated", 404),
        ("/gated%2f", 404),
        ("/x/../gated", 404),
        ("/gated", 401),
        ("/gated?a=b", 401),
        ("/%67ated", 401),
    ] {
        assert_eq!(call!(&app, GET, path).0, expected, "{path}");
    }
    assert_eq!(call!(&app, DELETE, "/methods").0, 405);
    assert_eq!(call!(&app, HEAD, "/closed").0, 401);
    assert_eq!(call!(&app, OPTIONS, "/gated").0, 404);
    assert_eq!(call!(&app, OPTIONS, "/closed").0, 401);
}

#[actix_web::test]
async fn a_preflight_is_not_401_and_runs_nothing_that_is_gated() {
    let app = app!(access());
    for (path, expected) in [("/closed", 204), ("/options", 200), ("/gated", 404)] {
        RAN.set(false);
        let request = test::TestRequest::with_uri(path)
            .method(actix_web::http::Method::OPTIONS)
            .insert_header(("origin", "https://shop.example.com"))
            .insert_header(("access-control-request-method", "GET"))
            .to_request();
        let response = test::call_service(&app, request).await;
        assert_eq!(response.status().as_u16(), expected, "{path}");
        assert!(!RAN.get(), "{path}");
        assert!(
            !response
                .headers()
                .contains_key("access-control-allow-origin")
        );
        assert!(!response.headers().contains_key("www-authenticate"));
    }
}

#[actix_web::test]
async fn a_catch_all_without_a_gate_is_stopped_too() {
    let app = test::init_service(
        App::new()
            .wrap(access())
            .service(gated)
            .default_service(web::to(|| async { "everything" })),
    )
    .await;
    assert_eq!(call!(&app, GET, "/nowhere").0, 500);
}

#[actix_web::test]
async fn without_the_middleware_nothing_is_allowed() {
    let app = test::init_service(App::new().service(gated).service(options)).await;
    for path in ["/gated", "/options"] {
        let request = test::TestRequest::get()
            .uri(path)
            .insert_header(("authorization", format!("Bearer {}", token("internal"))))
            .to_request();
        assert_eq!(test::call_service(&app, request).await.status(), 500);
    }
}

#[actix_web::test]
async fn headers_of_outer_middleware_survive_a_refusal() {
    let headers = || middleware::DefaultHeaders::new().add(("x-served-by", "tests"));
    let app = test::init_service(
        App::new()
            .wrap(headers())
            .wrap(access())
            .wrap(middleware::DefaultHeaders::new().add(("x-outermost", "tests")))
            .service(gated),
    )
    .await;
    let request = test::TestRequest::get().uri("/gated").to_request();
    let response = test::call_service(&app, request).await;
    assert_eq!(response.status(), 401);
    assert_eq!(header(&response, "x-served-by"), "tests");
    assert_eq!(header(&response, "x-outermost"), "tests");
}

#[actix_web::test]
async fn one_access_control_inside_another() {
    let app = test::init_service(
        App::new().wrap(access()).service(
            web::scope("/partner")
                .wrap(access())
                .service(gated)
                .service(ungated),
        ),
    )
    .await;
    let bearer = format!("Bearer {}", token("internal"));
    for (path, expected) in [("/partner/gated", 200), ("/partner/ungated", 500)] {
        let request = test::TestRequest::get()
            .uri(path)
            .insert_header(("authorization", bearer.as_str()))
            .to_request();
        assert_eq!(test::call_service(&app, request).await.status(), expected);
    }
}
