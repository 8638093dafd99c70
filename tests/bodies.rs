//! The gate answers before the body is read, however slow or malformed it is.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]

mod support;

use std::cell::Cell;

use actix_web::web::ServiceConfig;
use actix_web::{App, FromRequest, HttpRequest, dev::Payload, post, test, web};
use guard_runtime::{allows_public, requires_internal};
use support::{access, http, token};

#[requires_internal]
#[post("/order")]
async fn order(lines: web::Json<Vec<u32>>) -> String {
    lines.len().to_string()
}

#[allows_public]
#[post("/feedback")]
async fn feedback(text: String) -> String {
    text.len().to_string()
}

thread_local! {
    static EXTRACTED: Cell<u32> = const { Cell::new(0) };
}

/// Notes that it was asked.
struct Witness;

impl FromRequest for Witness {
    type Error = actix_web::Error;
    type Future = std::future::Ready<Result<Self, Self::Error>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        EXTRACTED.set(EXTRACTED.get() + 1);
        std::future::ready(Ok(Self))
    }
}

#[requires_internal]
#[post("/witness")]
async fn witness(_: Witness) -> &'static str {
    "witness"
}

fn configure(config: &mut ServiceConfig) {
    config.service(order).service(feedback).service(witness);
}

#[actix_web::test]
async fn a_malformed_body_is_not_looked_at() {
    let app = test::init_service(App::new().wrap(access()).configure(configure)).await;
    for (caller, expected) in [
        (None, 401),
        (Some("portal"), 403),
        (Some("blocked"), 403),
        (Some("down"), 503),
        (Some("internal"), 400),
    ] {
        let mut request = test::TestRequest::post()
            .uri("/order")
            .insert_header(("content-type", "application/json"))
            .set_payload("not json");
        if let Some(caller) = caller {
            let header = format!("Bearer {}", token(caller));
            request = request.insert_header(("authorization", header));
        }
        let response = test::call_service(&app, request.to_request()).await;
        assert_eq!(response.status(), expected, "{caller:?}");
    }
}

#[actix_web::test]
async fn no_extractor_runs_before_the_gate() {
    let app = test::init_service(App::new().wrap(access()).configure(configure)).await;
    for (caller, extracted) in [("portal", 0), ("blocked", 0), ("internal", 1)] {
        EXTRACTED.set(0);
        let request = test::TestRequest::post()
            .uri("/witness")
            .insert_header(("authorization", format!("Bearer {}", token(caller))));
        test::call_service(&app, request.to_request()).await;
        assert_eq!(EXTRACTED.get(), extracted, "{caller}");
    }
}

#[actix_web::test]
async fn a_body_that_never_arrives_does_not_delay_the_answer() {
    let server = http::serve(access(), configure);
    let portal = format!("authorization: Bearer {}\r\n", token("portal"));
    for (credentials, expected) in [("", 401), (portal.as_str(), 403)] {
        for framing in ["content-length: 1000000", "transfer-encoding: chunked"] {
            let head = format!(
                "POST /order HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
                 {credentials}{framing}\r\n\r\n"
            );
            // Not a byte of the body is sent, and the connection stays open.
            let answer = server.send(&head).await;
            assert_eq!(answer.status, expected, "{framing}");
        }
    }
    server.stop().await;
}

#[actix_web::test]
async fn a_body_arrives_whole_after_an_asynchronous_decision() {
    let server = http::serve(access(), configure);
    let header = format!("Bearer {}", token("internal"));
    let lines = format!("[{}]", vec!["7"; 50_000].join(","));
    let headers = [
        ("authorization", header.as_str()),
        ("content-type", "application/json"),
    ];
    let request = http::request("POST", "/order", &headers, &lines);
    let answer = server.send(&request).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "50000"));
    let text = "x".repeat(100_000);
    let answer = server
        .send(&http::request("POST", "/feedback", &[], &text))
        .await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "100000"));
    server.stop().await;
}
