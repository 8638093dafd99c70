//! Every refusal leaves one event behind: the gate, the user, the request, never a token.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "tokens/events.rs"]
mod events;
mod support;

use actix_web::{App, get, post, test, web};
use guard_runtime::{
    AccessControl, ClaimsDirectory, Id, allows_public, no_auth, requires_group, requires_internal,
};
use support::{builder, expired, groups, issuer, jwt, token};
use tracing::Level;

#[requires_internal]
#[get("/internal/{id}")]
async fn internal(_: web::Path<u32>) -> &'static str {
    "internal"
}

#[requires_group(all(sales, any(auditor, manager)))]
#[post("/books")]
async fn books(_: web::Json<u32>) -> &'static str {
    "books"
}

#[allows_public]
#[get("/public")]
async fn public() -> &'static str {
    "public"
}

#[no_auth]
#[get("/open")]
async fn open() -> &'static str {
    "open"
}

#[get("/ungated")]
async fn ungated() -> &'static str {
    "ungated"
}

macro_rules! app {
    ($access:expr) => {
        test::init_service(
            App::new()
                .wrap($access)
                .service(internal)
                .service(books)
                .service(public)
                .service(open)
                .service(ungated)
                .service(
                    web::scope("/scope")
                        .wrap(guard_runtime::requires_user())
                        .service(internal),
                ),
        )
        .await
    };
}

fn access() -> AccessControl {
    let builder = builder().session_cookie("session", &[7; 32]);
    builder.build().expect("a complete configuration")
}

/// What is asked, with which credentials, and the event: status, gate, user, problem.
type Row = (
    &'static str,
    &'static str,
    String,
    u16,
    &'static str,
    Option<&'static str>,
    &'static str,
);

#[rustfmt::skip]
fn table() -> Vec<Row> {
    let bearer = |user: &str| format!("Bearer {}", token(user));
    let closed = "/internal/7";
    let nested = "all(group:sales, any(group:auditor, group:manager))";
    vec![
        ("GET", closed, String::new(), 401, "internal", None, "missing-credentials"),
        ("GET", closed, "Bearer a b".to_owned(), 400, "internal", None, "malformed-credentials"),
        ("GET", closed, "Bearer".to_owned(), 400, "internal", None, "malformed-credentials"),
        ("GET", closed, "Bearer a.b.c".to_owned(), 401, "internal", None, "invalid-token"),
        ("GET", closed, format!("Bearer {}", expired("internal")), 401, "internal", None, "invalid-token"),
        ("GET", closed, bearer("gone"), 401, "internal", None, "invalid-token"),
        ("GET", closed, bearer("portal"), 403, "internal", Some("portal"), "forbidden"),
        ("GET", closed, bearer("guest-user"), 403, "internal", Some("guest-user"), "forbidden"),
        ("GET", "/scope/internal/7", bearer("portal"), 403, "internal", Some("portal"), "forbidden"),
        ("GET", "/scope/internal/7", bearer("guest-user"), 403, "user", Some("guest-user"), "forbidden"),
        ("POST", "/books", bearer("sales"), 403, nested, Some("sales"), "forbidden"),
        ("POST", "/books", String::new(), 401, nested, None, "missing-credentials"),
        ("GET", "/public", "Bearer a b".to_owned(), 400, "public", None, "malformed-credentials"),
        ("GET", closed, bearer("down"), 503, "internal", None, "unavailable"),
        ("GET", "/public", bearer("down"), 503, "public", None, "unavailable"),
        ("GET", closed, bearer("both"), 500, "internal", Some("both"), "misconfigured"),
        ("GET", "/ungated", bearer("internal"), 500, "any()", None, "ungated-route"),
    ]
}

fn level(status: u16) -> Level {
    match status {
        500.. => Level::ERROR,
        403 => Level::WARN,
        _ => Level::INFO,
    }
}

fn check(log: &[events::Recorded], status: u16, gate: &str, problem: &str, secret: &str) {
    assert_eq!(log.len(), 1, "one event each: {log:?}");
    let event = &log[0];
    let field = |name: &str| event.fields.get(name).map(String::as_str);
    assert_eq!(event.level, level(status), "{event:?}");
    assert_eq!(field("gate"), Some(gate), "{event:?}");
    assert_eq!(
        field("status"),
        Some(status.to_string()).as_deref(),
        "{event:?}"
    );
    assert_eq!(field("problem"), Some(problem), "{event:?}");
    assert!(
        field("reason").is_some_and(|it| !it.is_empty()),
        "{event:?}"
    );
    assert!(field("method").is_some(), "{event:?}");
    let shown = format!("{event:?}");
    let segments = secret
        .split([' ', '.', '=', ';'])
        .filter(|it| it.len() > 12);
    for segment in segments {
        assert!(!shown.contains(segment), "{shown}");
    }
}

#[actix_web::test]
async fn each_refusal_is_one_event() {
    events::record();
    let app = app!(access());
    for (method, path, authorization, status, gate, uid, problem) in table() {
        let mut request = test::TestRequest::with_uri(path)
            .method(method.parse().expect("a method"))
            .insert_header(("x-request-id", "request-17"));
        if !authorization.is_empty() {
            request = request.insert_header(("authorization", &*authorization));
        }
        let response = test::call_service(&app, request.to_request()).await;
        assert_eq!(response.status().as_u16(), status, "{path}");
        let log = events::refusals();
        check(&log, status, gate, problem, &authorization);
        let fields = &log[0].fields;
        assert_eq!(
            fields.get("request_id").map(String::as_str),
            Some("request-17")
        );
        assert_eq!(fields.get("uid").map(String::as_str), uid, "{fields:?}");
        // The pattern and not the path, which may carry anything.
        let route = fields.get("route").map(String::as_str);
        let pattern = path.replace("/7", "/{id}");
        assert_eq!(route, Some(&*pattern));
    }
}

#[actix_web::test]
async fn a_blocked_account_and_a_forged_request_are_warnings() {
    events::record();
    let app = app!(access());
    let bearer = format!("Bearer {}", token("blocked"));
    for path in ["/internal/7", "/public"] {
        let request = test::TestRequest::get()
            .uri(path)
            .insert_header(("authorization", &*bearer));
        assert_eq!(
            test::call_service(&app, request.to_request())
                .await
                .status(),
            403
        );
        let gate = if path == "/public" {
            "public"
        } else {
            "internal"
        };
        let log = events::refusals();
        check(&log, 403, gate, "account-blocked", &bearer);
        let uid = log[0].fields.get("uid").map(String::as_str);
        assert_eq!(uid, Some("blocked"));
    }
    let cookie = format!("session={}", token("manager"));
    let request = test::TestRequest::post()
        .uri("/books")
        .insert_header(("cookie", &*cookie))
        .insert_header(("x-csrf-token", "a-wrong-token"));
    assert_eq!(
        test::call_service(&app, request.to_request())
            .await
            .status(),
        403
    );
    let gate = "all(group:sales, any(group:auditor, group:manager))";
    check(
        &events::refusals(),
        403,
        gate,
        "cross-site-request",
        &format!("{cookie} a-wrong-token"),
    );
}

#[actix_web::test]
async fn revoked_tokens_are_refused_with_one_event() {
    events::record();
    let access = access();
    let app = app!(access.clone());
    let issued = issuer()
        .issue(&Id::from("internal"), ())
        .expect("plain claims");
    access
        .revocations()
        .revoke_token(&*issued.token_id, issued.expires_at);
    let bearer = format!("Bearer {}", issued.token);
    let request = test::TestRequest::get()
        .uri("/internal/7")
        .insert_header(("authorization", &*bearer));
    assert_eq!(
        test::call_service(&app, request.to_request())
            .await
            .status(),
        401
    );
    let secret = format!("{bearer} {}", issued.token_id);
    check(
        &events::refusals(),
        401,
        "internal",
        "invalid-token",
        &secret,
    );
}

#[actix_web::test]
async fn what_is_let_through_leaves_none() {
    events::record();
    let app = app!(access());
    let bearer = format!("Bearer {}", token("internal"));
    for (path, bearer) in [
        ("/internal/7", &*bearer),
        ("/scope/internal/7", &bearer),
        ("/public", &bearer),
        ("/public", "Bearer a.b.c"),
        ("/open", &bearer),
        ("/open", "Bearer a b"),
    ] {
        let request = test::TestRequest::get()
            .uri(path)
            .insert_header(("authorization", bearer));
        assert_eq!(
            test::call_service(&app, request.to_request())
                .await
                .status(),
            200
        );
    }
    let request = test::TestRequest::get().uri("/nowhere").to_request();
    assert_eq!(test::call_service(&app, request).await.status(), 404);
    assert!(events::refusals().is_empty());
}

/// Names of groups and roles in a token are claims: their number is logged, and nothing else.
#[actix_web::test]
async fn claims_that_are_not_understood_are_counted_and_not_shown() {
    events::record();
    let access = AccessControl::builder(ClaimsDirectory::new(&groups::SCHEMA));
    let app = app!(
        access
            .authenticator(jwt())
            .build()
            .expect("a complete configuration")
    );
    let claims = serde_json::json!({ "groups": ["s3cret-group"], "name": "s3cret-name" });
    let issued = issuer().issue(&Id::from(7), claims).expect("plain claims");
    let request = test::TestRequest::get()
        .uri("/internal/7")
        .insert_header(("authorization", format!("Bearer {}", issued.token)));
    let response = test::call_service(&app, request.to_request()).await;
    assert_eq!(response.status(), 403);
    let body = test::read_body(response).await;
    assert!(!String::from_utf8_lossy(&body).contains("s3cret"));
    let shown = events::text();
    assert!(shown.contains("count"), "{shown}");
    assert!(!shown.contains("s3cret"), "{shown}");
}
