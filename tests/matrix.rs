//! Caller × gate → status and user, in process and over a real socket.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod support;

use actix_web::web::ServiceConfig;
use actix_web::{App, HttpResponse, Responder, get, http::StatusCode, test, web};
use guard_runtime::{
    Env, allows_public, env_ctx, no_auth, requires_group, requires_internal, requires_role,
    requires_user,
};
use support::{access, expired, groups, http, roles, token};

fn who() -> String {
    env_ctx::get().map_or_else(|_| "nobody".to_owned(), |env| env.uid().to_string())
}

#[requires_internal]
#[get("/internal")]
async fn internal() -> impl Responder {
    who()
}

#[requires_user]
#[get("/user")]
async fn user(env: Env) -> String {
    env.uid().to_string()
}

#[allows_public]
#[get("/public")]
async fn public() -> HttpResponse {
    HttpResponse::Ok().body(who())
}

#[no_auth]
#[get("/open")]
async fn open() -> String {
    who()
}

#[requires_group(sales)]
#[get("/group")]
async fn group(_: web::Query<Vec<(String, String)>>) -> Result<String, actix_web::Error> {
    Ok(who())
}

#[requires_role(editor)]
#[get("/role")]
async fn role() -> (String, StatusCode) {
    (who(), StatusCode::OK)
}

fn configure(config: &mut ServiceConfig) {
    config
        .service(internal)
        .service(user)
        .service(public)
        .service(open)
        .service(group)
        .service(role);
}

const PATHS: [&str; 6] = ["/internal", "/user", "/public", "/open", "/group", "/role"];

/// Caller, token, the status at each path, and the user that a handler sees.
type Row = (&'static str, Option<String>, [u16; 6], &'static str);

#[rustfmt::skip]
fn table() -> Vec<Row> {
    vec![
        ("anonymous", None, [401, 401, 200, 200, 401, 401], "guest"),
        ("bad token", Some("a.b.c".to_owned()), [401, 401, 200, 200, 401, 401], "guest"),
        ("expired", Some(expired("internal")), [401, 401, 200, 200, 401, 401], "guest"),
        ("guest", Some(token("guest-user")), [403, 403, 200, 200, 403, 403], "guest-user"),
        ("portal", Some(token("portal")), [403, 200, 200, 200, 403, 403], "portal"),
        ("portal and public", Some(token("portal-public")), [403, 200, 200, 200, 403, 403], "portal-public"),
        ("internal", Some(token("internal")), [200, 200, 200, 200, 403, 403], "internal"),
        ("sales", Some(token("sales")), [200, 200, 200, 200, 200, 403], "sales"),
        ("manager, who is in sales", Some(token("manager")), [200, 200, 200, 200, 200, 403], "manager"),
        ("editor in no group", Some(token("editor")), [403, 403, 200, 200, 403, 200], "editor"),
        ("blocked", Some(token("blocked")), [403, 403, 403, 200, 403, 403], "blocked"),
        ("internal and portal", Some(token("both")), [500, 500, 500, 200, 500, 500], "both"),
        ("deleted", Some(token("gone")), [401, 401, 200, 200, 401, 401], "guest"),
        ("directory down", Some(token("down")), [503, 503, 503, 200, 503, 503], "down"),
    ]
}

fn check((caller, _, _, uid): &Row, path: &str, status: u16, expected: u16, body: &str) {
    assert_eq!(status, expected, "{caller} at {path}: {body}");
    if expected == 200 {
        let expected = if path == "/open" { "nobody" } else { uid };
        assert_eq!(body, expected, "{caller} at {path}");
    } else {
        let problem: serde_json::Value = serde_json::from_str(body).expect("a problem in JSON");
        assert_eq!(problem["status"], status, "{caller} at {path}");
    }
}

#[actix_web::test]
async fn in_process() {
    let app = test::init_service(App::new().wrap(access()).configure(configure)).await;
    for row in table() {
        for (path, expected) in PATHS.into_iter().zip(row.2) {
            let mut request = test::TestRequest::get().uri(path);
            if let Some(token) = &row.1 {
                request = request.insert_header(("authorization", format!("Bearer {token}")));
            }
            let response = test::call_service(&app, request.to_request()).await;
            let status = response.status().as_u16();
            let body = test::read_body(response).await;
            check(
                &row,
                path,
                status,
                expected,
                &String::from_utf8_lossy(&body),
            );
        }
    }
}

#[actix_web::test]
async fn over_a_socket() {
    let server = http::serve(access(), configure);
    for row in table() {
        let header = row.1.as_ref().map(|token| format!("Bearer {token}"));
        let headers = header.as_deref().map(|value| ("authorization", value));
        for (path, expected) in PATHS.into_iter().zip(row.2) {
            let answer = server.get(path, headers.as_slice()).await;
            check(&row, path, answer.status, expected, &answer.body);
        }
    }
    server.stop().await;
}
