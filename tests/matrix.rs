//! Caller × gate → status, and the user that the handler sees.
#![allow(missing_docs, reason = "tests")]

mod support;

use actix_web::{App, HttpResponse, Responder, get, test, web};
use guard_runtime::{
    Env, allows_public, env_ctx, no_auth, requires_group, requires_internal, requires_role,
    requires_user,
};
use support::{access, groups, roles, token};

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
async fn role() -> (String, actix_web::http::StatusCode) {
    (who(), actix_web::http::StatusCode::OK)
}

#[actix_web::test]
async fn the_table_of_the_design() {
    let app = test::init_service(
        App::new()
            .wrap(access())
            .service(internal)
            .service(user)
            .service(public)
            .service(open)
            .service(group)
            .service(role),
    )
    .await;
    #[rustfmt::skip]
    let table = [
        // caller, token, internal, user, public, open, group, role
        ("anonymous", None, [401, 401, 200, 200, 401, 401], "guest"),
        ("bad token", Some("a.b.c".to_owned()), [401, 401, 200, 200, 401, 401], "guest"),
        ("expired", Some(support::expired("internal")), [401, 401, 200, 200, 401, 401], "guest"),
        ("guest", Some(token("guest-user")), [403, 403, 200, 200, 403, 403], "guest-user"),
        ("portal", Some(token("portal")), [403, 200, 200, 200, 403, 403], "portal"),
        ("portal and public", Some(token("portal-public")), [403, 200, 200, 200, 403, 403], "portal-public"),
        ("internal", Some(token("internal")), [200, 200, 200, 200, 403, 403], "internal"),
        ("sales", Some(token("sales")), [200, 200, 200, 200, 200, 403], "sales"),
        ("manager", Some(token("manager")), [200, 200, 200, 200, 200, 403], "manager"),
        ("editor", Some(token("editor")), [403, 403, 200, 200, 403, 200], "editor"),
        ("blocked", Some(token("blocked")), [403, 403, 403, 200, 403, 403], "blocked"),
        ("contradiction", Some(token("both")), [500, 500, 500, 200, 500, 500], "both"),
        ("gone", Some(token("gone")), [401, 401, 200, 200, 401, 401], "guest"),
        ("directory down", Some(token("down")), [503, 503, 503, 200, 503, 503], "down"),
    ];
    let paths = ["/internal", "/user", "/public", "/open", "/group", "/role"];
    for (caller, token, statuses, uid) in table {
        for (path, status) in paths.into_iter().zip(statuses) {
            let mut request = test::TestRequest::get().uri(path);
            if let Some(token) = &token {
                request = request.insert_header(("authorization", format!("Bearer {token}")));
            }
            let response = test::call_service(&app, request.to_request()).await;
            assert_eq!(response.status().as_u16(), status, "{caller} at {path}");
            let body = test::read_body(response).await;
            if status == 200 {
                let expected = if path == "/open" { "nobody" } else { uid };
                assert_eq!(body, expected, "{caller} at {path}");
            } else {
                let problem: serde_json::Value =
                    serde_json::from_slice(&body).expect("a problem in JSON");
                assert_eq!(problem["status"], status, "{caller} at {path}");
            }
        }
    }
}
