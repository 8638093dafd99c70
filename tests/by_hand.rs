//! Gates as values: on handlers, scopes, applications, and as routing guards.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]

mod support;

use actix_web::middleware::DefaultHeaders;
use actix_web::{App, Responder, get, test, web};
use guard_runtime::{
    all, allows_public, any, env_ctx, no_auth, requires_group, requires_internal, requires_role,
    requires_user,
};
use support::{access, builder, groups, header, roles, token};

async fn who() -> impl Responder {
    env_ctx::get().map_or_else(|_| "nobody".to_owned(), |env| env.uid().to_string())
}

async fn with_path(path: web::Path<(u32, String)>) -> String {
    let (number, name) = path.into_inner();
    format!("{number} {name}")
}

#[requires_group(sales)]
#[get("/sales")]
async fn sales() -> &'static str {
    "sales"
}

macro_rules! status {
    ($app:expr, $path:expr, $caller:expr) => {{
        let mut request = test::TestRequest::get().uri($path);
        let caller: Option<&str> = $caller;
        if let Some(caller) = caller {
            request = request.insert_header(("authorization", format!("Bearer {}", token(caller))));
        }
        test::call_service(&$app, request.to_request())
            .await
            .status()
            .as_u16()
    }};
}

#[actix_web::test]
async fn handlers_registered_by_hand() {
    let app = test::init_service(
        App::new()
            .wrap(access())
            .route("/internal", web::get().to(requires_internal().handler(who)))
            .route("/user", web::get().to(requires_user().handler(who)))
            .route("/public", web::get().to(allows_public().handler(who)))
            .route("/open", web::get().to(no_auth().handler(who)))
            .route(
                "/group",
                web::get().to(requires_group(groups::sales).handler(who)),
            )
            .route(
                "/role",
                web::get().to(requires_role(roles::editor).handler(who)),
            )
            .route(
                "/closure",
                web::get().to(requires_user().handler(|| async { "closure" })),
            )
            .route(
                "/either",
                web::get().to(any((
                    requires_group(groups::auditor),
                    requires_role(roles::editor),
                ))
                .handler(who)),
            )
            .route(
                "/both",
                web::get().to(all((requires_user(), requires_group(groups::support))).handler(who)),
            )
            .route(
                "/path/{number}/{name}",
                web::get().to(requires_user().handler(with_path)),
            ),
    )
    .await;
    for (path, caller, expected) in [
        ("/internal", None, 401),
        ("/internal", Some("portal"), 403),
        ("/internal", Some("internal"), 200),
        ("/user", None, 401),
        ("/user", Some("portal"), 200),
        ("/public", None, 200),
        ("/open", None, 200),
        ("/group", Some("internal"), 403),
        ("/group", Some("manager"), 200),
        ("/role", Some("sales"), 403),
        ("/role", Some("editor"), 200),
        ("/closure", Some("portal"), 200),
        ("/closure", Some("guest-user"), 403),
        ("/either", Some("auditor"), 200),
        ("/either", Some("editor"), 200),
        ("/either", Some("manager"), 403),
        ("/either", None, 401),
        ("/both", Some("support"), 200),
        ("/both", Some("portal"), 403),
        ("/path/7/seven", Some("portal"), 200),
        ("/path/seven/7", Some("portal"), 404),
        ("/path/seven/7", None, 401),
    ] {
        assert_eq!(status!(app, path, caller), expected, "{path} {caller:?}");
    }
}

#[actix_web::test]
async fn gates_of_application_scope_and_handler_accumulate() {
    let app = test::init_service(
        App::new()
            .wrap(requires_user())
            .wrap(access())
            .service(
                web::scope("/admin")
                    .wrap(requires_internal())
                    .service(sales)
                    // The scope's gate suffices for what is in it.
                    .route("/plain", web::get().to(who)),
            )
            .service(web::scope("/open").wrap(allows_public()).service(sales))
            .route("/plain", web::get().to(who)),
    )
    .await;
    for (path, caller, expected) in [
        ("/admin/sales", None, 401),
        ("/admin/sales", Some("portal"), 403),
        ("/admin/sales", Some("internal"), 403),
        ("/admin/sales", Some("sales"), 200),
        ("/admin/plain", Some("internal"), 200),
        ("/admin/plain", Some("portal"), 403),
        ("/admin/nowhere", Some("portal"), 403),
        ("/admin/nowhere", Some("internal"), 404),
        ("/open/sales", None, 401),
        ("/open/sales", Some("internal"), 403),
        ("/plain", Some("portal"), 200),
        ("/plain", Some("guest-user"), 403),
        ("/plain", Some("down"), 503),
    ] {
        assert_eq!(status!(app, path, caller), expected, "{path} {caller:?}");
    }
}

#[actix_web::test]
async fn outer_middleware_sees_the_refusal_of_a_scope() {
    let app = test::init_service(
        App::new().wrap(access()).service(
            web::scope("/admin")
                .wrap(requires_internal())
                .wrap(DefaultHeaders::new().add(("x-outer", "seen")))
                .service(sales),
        ),
    )
    .await;
    for caller in [None, Some("portal")] {
        let mut request = test::TestRequest::get().uri("/admin/sales");
        if let Some(caller) = caller {
            request = request.insert_header(("authorization", format!("Bearer {}", token(caller))));
        }
        let response = test::call_service(&app, request.to_request()).await;
        assert!(response.status().is_client_error());
        assert_eq!(header(&response, "x-outer"), "seen");
        assert!(header(&response, "www-authenticate").starts_with("Bearer realm="));
    }
}

#[actix_web::test]
async fn a_handler_for_each_kind_of_user() {
    macro_rules! app {
        ($access:expr) => {
            test::init_service(
                App::new().wrap($access).service(
                    web::resource("/home")
                        .route(
                            web::get()
                                .guard(requires_internal())
                                .to(requires_internal().handler(|| async { "internal" })),
                        )
                        .route(
                            web::get()
                                .guard(requires_user())
                                .to(requires_user().handler(|| async { "portal" })),
                        )
                        .route(web::get().to(allows_public().handler(|| async { "public" }))),
                ),
            )
            .await
        };
    }
    let early = builder().authenticate_before_routing(true);
    let app = app!(early.build().expect("a complete configuration"));
    for (caller, expected) in [
        (None, "public"),
        (Some("guest-user"), "public"),
        (Some("portal"), "portal"),
        (Some("manager"), "internal"),
    ] {
        let mut request = test::TestRequest::get().uri("/home");
        if let Some(caller) = caller {
            request = request.insert_header(("authorization", format!("Bearer {}", token(caller))));
        }
        let body = test::call_and_read_body(&app, request.to_request()).await;
        assert_eq!(body, expected, "{caller:?}");
    }
    // Blocked, or nobody knows: no handler of a kind, and the last one refuses.
    assert_eq!(status!(app, "/home", Some("blocked")), 403);
    assert_eq!(status!(app, "/home", Some("down")), 503);
    // A directory that has to be waited for: the guards match nobody.
    let app = app!(access());
    let request = test::TestRequest::get()
        .uri("/home")
        .insert_header(("authorization", format!("Bearer {}", token("manager"))));
    let body = test::call_and_read_body(&app, request.to_request()).await;
    assert_eq!(body, "public");
}
