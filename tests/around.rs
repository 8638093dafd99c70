//! Access control among other code: directories with an env of their own, applications inside
//! applications, middleware on both sides.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]

mod support;

use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};

use actix_web::dev::Service;
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_ENCODING, ETAG, HeaderValue};
use actix_web::{App, HttpResponse, get, route, test, web};
use guard_runtime::{
    AccessControl, AccessControlBuilder, Answer, AuthError, ConfigError, Directory, Env, Id,
    Identity, Source, User, env_ctx, groups, no_auth, requires_internal, requires_user,
};
use support::{access, header, jwt, token};

/// Knows everybody as a portal user with the id 7, whatever it does before it says so.
#[derive(Clone, Copy)]
enum Asks {
    AtOnce,
    AsSystem,
    AsSystemAtOnce,
    Waiting,
}

static ASKED: AtomicU32 = AtomicU32::new(0);

impl Directory for Asks {
    fn find<'a>(&'a self, _: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        ASKED.fetch_add(1, Ordering::Relaxed);
        let system = Env::of(User::new("system")).expect("a plain user");
        let user = User::new(7).in_group(groups::core_portal);
        match self {
            Self::AtOnce => Answer::Now(Ok(Some(user))),
            Self::AsSystemAtOnce => env_ctx::sync_scope(system, || Answer::Now(Ok(Some(user)))),
            Self::AsSystem => {
                Answer::later(async move { env_ctx::scope(system, async { Ok(Some(user)) }).await })
            }
            Self::Waiting => Answer::later(async move {
                actix_web::rt::task::yield_now().await;
                Ok(Some(user))
            }),
        }
    }
}

fn asking(directory: Asks) -> AccessControlBuilder {
    AccessControl::builder(directory).authenticator(jwt())
}

fn built(builder: AccessControlBuilder) -> AccessControl {
    builder.build().expect("a complete configuration")
}

#[requires_user]
#[get("/me")]
async fn me(env: Env) -> String {
    env.uid().to_string()
}

fn get(path: &str) -> test::TestRequest {
    test::TestRequest::with_uri(path)
        .insert_header(("authorization", format!("Bearer {}", token("portal"))))
}

#[actix_web::test]
async fn a_directory_may_enter_an_env_of_its_own() {
    for directory in [
        Asks::AtOnce,
        Asks::AsSystem,
        Asks::AsSystemAtOnce,
        Asks::Waiting,
    ] {
        for early in [false, true] {
            let access = built(asking(directory).authenticate_before_routing(early));
            let app = test::init_service(App::new().wrap(access).service(me)).await;
            let body = test::call_and_read_body(&app, get("/me").to_request()).await;
            assert_eq!(body, "7");
        }
    }
}

#[actix_web::test]
async fn signing_out_counts_by_the_users_id_too() {
    let access = built(asking(Asks::AtOnce));
    let app = test::init_service(App::new().wrap(access.clone()).service(me)).await;
    let request = move || get("/me").to_request();
    assert_eq!(test::call_service(&app, request()).await.status(), 200);
    // The token's subject is `portal`; the application knows the user as 7.
    access.revocations().sign_out(&Id::from(7));
    assert_eq!(test::call_service(&app, request()).await.status(), 401);
}

#[actix_web::test]
async fn a_gate_of_another_application_says_nothing_about_this_one() {
    let inner = App::new()
        .wrap(access())
        .route(
            "/open",
            web::get().to(no_auth().handler(|| async { "open" })),
        )
        .service(me);
    let inner = Rc::new(test::init_service(inner).await);
    for path in ["/open", "/me"] {
        let inner = Rc::clone(&inner);
        let gateway = move || {
            let inner = Rc::clone(&inner);
            async move {
                let request = test::TestRequest::with_uri(path).to_request();
                test::call_service(&*inner, request).await;
                "ungated"
            }
        };
        let app = App::new().wrap(access()).route("/", web::get().to(gateway));
        let app = test::init_service(app).await;
        let request = test::TestRequest::with_uri("/").to_request();
        assert_eq!(
            test::call_service(&app, request).await.status(),
            500,
            "{path}"
        );
    }
}

#[actix_web::test]
async fn middleware_may_put_an_env_in_force() {
    let app = App::new()
        .service(me)
        .wrap_fn(|request, service| {
            let call = service.call(request);
            let env = Env::of(User::new(9).in_group(groups::core_portal));
            async move { env_ctx::scope(env.expect("a plain user"), call).await }
        })
        .wrap(access());
    let app = test::init_service(app).await;
    let request = test::TestRequest::with_uri("/me").to_request();
    assert_eq!(test::call_and_read_body(&app, request).await, "9");
}

#[get("/not-found")]
async fn not_found() -> HttpResponse {
    HttpResponse::NotFound()
        .insert_header(("x-salary", "1"))
        .insert_header(("location", "/elsewhere"))
        .insert_header(("vary", "origin"))
        .finish()
}

#[route("/options", method = "OPTIONS")]
async fn options() -> HttpResponse {
    HttpResponse::Found()
        .insert_header(("x-salary", "1"))
        .finish()
}

#[actix_web::test]
async fn an_empty_answer_without_a_gate_leaves_without_its_headers() {
    let app = App::new()
        .wrap(access())
        .service(not_found)
        .service(options);
    let app = test::init_service(app).await;
    let request = test::TestRequest::with_uri("/not-found").to_request();
    let response = test::call_service(&app, request).await;
    assert_eq!(response.status(), 404);
    assert_eq!(header(&response, "vary"), "origin");
    assert_eq!(
        header(&response, "x-salary") + &header(&response, "location"),
        ""
    );
    let request = test::TestRequest::with_uri("/options").method(Method::OPTIONS);
    let response = test::call_service(&app, request.to_request()).await;
    assert_eq!(response.status(), 500);
    assert_eq!(header(&response, "x-salary"), "");
}

#[actix_web::test]
async fn a_rendered_answer_keeps_no_header_about_the_body_it_replaces() {
    let access =
        built(asking(Asks::AtOnce).render(|_, _| HttpResponse::Unauthorized().body("page")));
    let app = App::new()
        .service(me)
        .wrap_fn(|request, service| {
            let call = service.call(request);
            async move {
                let mut response = call.await?;
                let headers = response.headers_mut();
                headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
                headers.insert(ETAG, HeaderValue::from_static("\"x\""));
                headers.insert(
                    actix_web::http::header::VARY,
                    HeaderValue::from_static("origin"),
                );
                Ok(response)
            }
        })
        .wrap(access);
    let app = test::init_service(app).await;
    let request = test::TestRequest::with_uri("/me").to_request();
    let response = test::call_service(&app, request).await;
    assert_eq!(
        header(&response, "content-encoding") + &header(&response, "etag"),
        ""
    );
    assert_eq!(header(&response, "vary"), "origin");
}

#[actix_web::test]
async fn routing_guards_ask_the_directory_once() {
    let mut resource = web::resource("/home");
    for _ in 0..20 {
        let never = web::get()
            .guard(requires_internal())
            .to(requires_internal().handler(|| async { "internal" }));
        resource = resource.route(never);
    }
    let open = web::get()
        .guard(no_auth())
        .to(no_auth().handler(|| async { "open" }));
    let access = built(asking(Asks::Waiting));
    let app = test::init_service(App::new().wrap(access).service(resource.route(open))).await;
    let before = ASKED.load(Ordering::Relaxed);
    let body = test::call_and_read_body(&app, get("/home").to_request()).await;
    assert_eq!(body, "open");
    // Other tests of this file run at the same time, and each asks a few times at most.
    assert!(ASKED.load(Ordering::Relaxed) - before < 20);
}

#[actix_web::test]
async fn two_declarations_of_groups_decide_nothing() {
    mod other {
        guard_runtime::define_groups! {
            pub(super) mod elsewhere { sales: core_portal }
        }
    }
    let user = User::new(7).in_group(support::groups::support);
    let env = Env::of(user).expect("a plain user");
    let gate = guard_runtime::requires_group(other::elsewhere::sales);
    assert!(!gate.allows(&env));
    let app = App::new().route("/", web::get().to(gate.handler(|| async { "sales" })));
    let app = test::init_service(app).await;
    let request = test::TestRequest::with_uri("/").to_request();
    let response = env_ctx::scope(env, test::call_service(&app, request)).await;
    assert_eq!(response.status(), 500);
}

#[actix_web::test]
async fn a_missing_middleware_allows_nothing() {
    let app = App::new().route("/", web::get().to(no_auth().handler(|| async { "open" })));
    let app = test::init_service(app).await;
    let request = test::TestRequest::with_uri("/").to_request();
    assert_eq!(test::call_service(&app, request).await.status(), 500);
}

struct ReadsAuthorization;

impl guard_runtime::Authenticator for ReadsAuthorization {
    fn source(&self) -> Source {
        Source::Header(actix_web::http::header::AUTHORIZATION)
    }

    fn authenticate<'a>(&'a self, _: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        Answer::Now(Ok(Identity::of(7)))
    }
}

#[actix_web::test]
async fn nobody_reads_the_authorization_header_beside_us() {
    let built = AccessControl::builder(Asks::AtOnce)
        .authenticator(ReadsAuthorization)
        .build();
    assert_eq!(built.err(), Some(ConfigError::AuthorizationHeader));
}
