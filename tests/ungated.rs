//! The test helper that finds routes without a gate in a running application.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]

mod support;

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

use actix_web::http::Method;
use actix_web::{App, HttpResponse, Responder, get, middleware, post, test, web};
use guard_runtime::{Strict, no_auth, requires_user, testing};
use support::{access, builder};

#[requires_user]
#[get("/gated/{id}")]
async fn gated(_: web::Path<u64>) -> &'static str {
    "gated"
}

#[no_auth]
#[get("/open")]
async fn open() -> &'static str {
    "open"
}

#[get("/forgotten")]
async fn forgotten() -> &'static str {
    "forgotten"
}

/// It is stopped while it reads the body.
#[post("/forgotten")]
async fn forgotten_post(_: String) -> &'static str {
    "forgotten"
}

/// An answer that looks like the router's own, but for its body.
#[get("/word/{word:[a-z]+}")]
async fn word() -> impl Responder {
    HttpResponse::NotFound().body("no such word")
}

fn routes(config: &mut web::ServiceConfig) {
    config.service((gated, open, forgotten, forgotten_post));
    config.service(web::scope("/api").service(word));
}

const PATHS: [(Method, &str); 5] = [
    (Method::GET, "/gated/{id:\\d+}"),
    (Method::GET, "/open"),
    (Method::GET, "/forgotten"),
    (Method::POST, "/forgotten"),
    (Method::GET, "/api/word/{word:[a-z]+}"),
];

const UNGATED: [&str; 3] = [
    "GET /forgotten",
    "POST /forgotten",
    "GET /api/word/{word:[a-z]+}",
];

/// The message with which a future panics.
async fn failure(future: impl Future<Output = ()>) -> String {
    let mut future = pin!(future);
    poll_fn(move |context| {
        let poll = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)));
        match poll {
            Ok(poll) => poll.map(|()| String::new()),
            Err(panic) => {
                let message = panic.downcast_ref::<String>().cloned();
                let fixed = || panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
                Poll::Ready(message.or_else(fixed).unwrap_or_default())
            }
        }
    })
    .await
}

#[actix_web::test]
async fn routes_without_a_gate_are_found() {
    let app = test::init_service(App::new().wrap(access()).configure(routes)).await;
    let ungated = testing::ungated_routes(&app, PATHS).await;
    let texts = ungated.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(texts, UNGATED);
    testing::assert_no_ungated_route(&app, [(Method::GET, "/gated/{id}"), (Method::GET, "/open")])
        .await;
}

#[actix_web::test]
async fn also_behind_other_middleware_and_renderers() {
    let rendered = builder().render(|denied, _| {
        HttpResponse::build(actix_web::ResponseError::status_code(denied))
            .json(serde_json::json!({"why": denied.problem()}))
    });
    let access = rendered.build().expect("a configuration");
    let app = App::new()
        .wrap(access)
        .configure(routes)
        .wrap(middleware::DefaultHeaders::new().add(("x-outer", "1")));
    let app = test::init_service(app).await;
    assert_eq!(
        testing::ungated_routes(&app, PATHS).await.len(),
        UNGATED.len()
    );
}

#[actix_web::test]
async fn the_assertion_names_them_and_paths_that_are_no_routes() {
    let app = test::init_service(App::new().wrap(access()).configure(routes)).await;
    let paths = [(Method::GET, "/forgotten"), (Method::GET, "/misspelt")];
    let message = failure(testing::assert_no_ungated_route(&app, paths)).await;
    assert!(message.starts_with(
        "GET /forgotten answers without a gate\nGET /misspelt is no route of the application\nhelp: "
    ), "{message}");
    let message = failure(testing::assert_no_ungated_route(
        &app,
        [(Method::GET, ""); 0],
    ))
    .await;
    assert_eq!(message, "there are no paths to ask for");
}

/// Documented: without strict mode nothing tells.
#[actix_web::test]
async fn strict_mode_is_what_tells() {
    let access = builder()
        .strict(Strict::Off)
        .build()
        .expect("a configuration");
    let app = test::init_service(App::new().wrap(access).configure(routes)).await;
    assert!(testing::ungated_routes(&app, PATHS).await.is_empty());
}

#[actix_web::test]
async fn actix_web_lists_the_routes_itself() {
    let app = test::init_service(App::new().wrap(access()).configure(routes)).await;
    let ungated = testing::ungated_routes(&app, testing::routes_of(&app).await).await;
    let mut texts = ungated.iter().map(ToString::to_string).collect::<Vec<_>>();
    texts.sort();
    let mut expected = UNGATED.map(str::to_owned);
    expected.sort();
    assert_eq!(texts, expected);
    let message = failure(testing::assert_app_is_gated(&app)).await;
    assert!(
        message.contains("POST /forgotten answers without a gate\n"),
        "{message}"
    );
}

#[actix_web::test]
async fn what_answers_unknown_paths_is_asked_too() {
    let application = || App::new().wrap(access()).service((gated, open));
    let app = test::init_service(application()).await;
    testing::assert_app_is_gated(&app).await;

    let shop = web::scope("/shop").default_service(web::to(|| async { "shop" }));
    let app = test::init_service(application().service(shop)).await;
    let message = failure(testing::assert_app_is_gated(&app)).await;
    assert!(
        message.starts_with("what answers unknown paths below `/shop/` has no gate"),
        "{message}"
    );

    let app = application().default_service(web::to(|| async { "page" }));
    let app = test::init_service(app).await;
    let message = failure(testing::assert_app_is_gated(&app)).await;
    assert!(
        message.starts_with("what answers unknown paths below `/` has no gate"),
        "{message}"
    );
}

#[actix_web::test]
async fn any_method_beside_named_ones_is_asked() {
    let resource = web::resource("/mixed")
        .route(web::get().to(requires_user().handler(|| async { "gated" })))
        .route(web::route().to(|| async { "any" }));
    let app = test::init_service(App::new().wrap(access()).service(resource)).await;
    let message = failure(testing::assert_app_is_gated(&app)).await;
    assert!(
        message.starts_with("POST /mixed answers without a gate\nPUT /mixed"),
        "{message}"
    );
}

#[actix_web::delete("/thing/{id}")]
async fn deletes_without_a_gate() -> HttpResponse {
    HttpResponse::NotFound().finish()
}

#[actix_web::test]
#[should_panic(expected = "DELETE /thing/{id} answers with nothing")]
async fn an_empty_404_is_not_taken_for_a_gate() {
    let app = App::new().wrap(access()).service(deletes_without_a_gate);
    let app = test::init_service(app).await;
    testing::assert_no_ungated_route(&app, [(Method::DELETE, "/thing/{id}")]).await;
}
