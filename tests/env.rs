//! The env: where it is at hand, where it is not, and that it never mixes with another's.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]

mod support;

use std::cell::{Cell, RefCell};
use std::time::Duration;

use actix_web::rt::time::sleep;
use actix_web::web::{self, Bytes, ServiceConfig};
use actix_web::{App, HttpResponse, get, test};
use futures::future::{join, join_all};
use futures::stream::{self, StreamExt};
use guard_runtime::{
    Env, EnvError, User, allows_public, env_ctx, groups, no_auth, requires_internal, requires_user,
};
use support::{access, http, token};

fn who() -> String {
    env_ctx::get().map_or_else(|error| error.to_string(), |env| env.uid().to_string())
}

/// Asks again after each of many pauses, so that other requests run in between.
async fn who_all_along() -> String {
    let first = who();
    for pause in 0..20 {
        sleep(Duration::from_micros(pause % 5 * 50)).await;
        assert_eq!(who(), first);
    }
    first
}

#[allows_public]
#[get("/everywhere")]
async fn everywhere(env: Env) -> actix_web::Result<String> {
    let (joined, also) = join(who_all_along(), who_all_along()).await;
    let spawned = env_ctx::spawn(who_all_along()).await.expect("no panic");
    let blocking = env_ctx::block(who).await?;
    let plain = actix_web::rt::spawn(async { who() })
        .await
        .expect("no panic");
    assert_eq!(plain, EnvError::OutsideRequest.to_string());
    Ok([
        env.uid().to_string(),
        who(),
        joined,
        also,
        spawned,
        blocking,
    ]
    .join(" "))
}

#[requires_user]
#[get("/stream")]
async fn streaming() -> HttpResponse {
    let chunks = stream::iter(0..5).then(|_| async {
        sleep(Duration::from_micros(100)).await;
        Ok::<_, actix_web::Error>(Bytes::from(format!("{} ", who())))
    });
    HttpResponse::Ok().streaming(Box::pin(chunks))
}

thread_local! {
    static LEFT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static DROPPED: Cell<u32> = const { Cell::new(0) };
}

struct OnDrop;

impl Drop for OnDrop {
    fn drop(&mut self) {
        DROPPED.set(DROPPED.get() + 1);
    }
}

#[requires_internal]
#[get("/slow")]
async fn slow() -> String {
    let _witness = OnDrop;
    sleep(Duration::from_mins(1)).await;
    who()
}

#[requires_user]
#[get("/later")]
async fn later() -> &'static str {
    env_ctx::spawn(async {
        sleep(Duration::from_millis(5)).await;
        LEFT.with_borrow_mut(|left| left.push(who()));
    });
    "later"
}

#[no_auth]
#[get("/without")]
async fn without() -> String {
    who()
}

#[no_auth]
#[get("/wants")]
async fn wants(_: Env) -> String {
    who()
}

fn configure(config: &mut ServiceConfig) {
    config
        .service(everywhere)
        .service(streaming)
        .service(slow)
        .service(later)
        .service(without)
        .service(wants);
}

const CALLERS: [&str; 6] = [
    "internal",
    "sales",
    "manager",
    "portal",
    "support",
    "guest-user",
];

#[actix_web::test]
async fn requests_at_the_same_time_never_see_each_other() {
    let app = test::init_service(App::new().wrap(access()).configure(configure)).await;
    let app = &app;
    let requests = (0..120).map(|number| async move {
        let caller = CALLERS.get(number % 7);
        let mut request = test::TestRequest::get().uri("/everywhere");
        if let Some(caller) = caller {
            request = request.insert_header(("authorization", format!("Bearer {}", token(caller))));
        }
        let body = test::call_and_read_body(app, request.to_request()).await;
        let uid = caller.copied().unwrap_or("guest");
        assert_eq!(body, [uid; 6].join(" "));
    });
    assert_eq!(join_all(requests).await.len(), 120);
    assert_eq!(who(), EnvError::OutsideRequest.to_string());
}

#[actix_web::test]
async fn a_streaming_body_keeps_the_env() {
    let server = http::serve(access(), configure);
    let server = &server;
    let answers = join_all(CALLERS.iter().take(5).map(|caller| async move {
        let header = format!("Bearer {}", token(caller));
        (
            caller,
            server.get("/stream", &[("authorization", &header)]).await,
        )
    }));
    for (caller, answer) in answers.await {
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body.matches(caller).count(), 5, "{}", answer.body);
    }
}

#[actix_web::test]
async fn a_cancelled_request_leaves_nothing_behind() {
    let app = test::init_service(App::new().wrap(access()).configure(configure)).await;
    let header = format!("Bearer {}", token("internal"));
    let request = test::TestRequest::get()
        .uri("/slow")
        .insert_header(("authorization", header))
        .to_request();
    let call = test::call_service(&app, request);
    let cancelled = actix_web::rt::time::timeout(Duration::from_millis(20), call).await;
    assert!(cancelled.is_err());
    assert_eq!(DROPPED.get(), 1);
    assert_eq!(who(), EnvError::OutsideRequest.to_string());
    let request = test::TestRequest::get().uri("/everywhere").to_request();
    let body = test::call_and_read_body(&app, request).await;
    assert_eq!(body, ["guest"; 6].join(" "));
}

#[actix_web::test]
async fn spawned_work_keeps_the_env_after_the_answer() {
    let app = test::init_service(App::new().wrap(access()).configure(configure)).await;
    for caller in ["portal", "internal"] {
        let header = format!("Bearer {}", token(caller));
        let request = test::TestRequest::get()
            .uri("/later")
            .insert_header(("authorization", header))
            .to_request();
        test::call_service(&app, request).await;
    }
    sleep(Duration::from_millis(40)).await;
    assert_eq!(LEFT.take(), ["portal", "internal"]);
}

#[actix_web::test]
async fn without_a_gate_there_is_no_env() {
    let app = test::init_service(App::new().wrap(access()).configure(configure)).await;
    let header = format!("Bearer {}", token("internal"));
    let request = |path| {
        test::TestRequest::get()
            .uri(path)
            .insert_header(("authorization", header.as_str()))
            .to_request()
    };
    let body = test::call_and_read_body(&app, request("/without")).await;
    assert_eq!(body, EnvError::NoGate.to_string());
    assert_eq!(
        test::call_service(&app, request("/wants")).await.status(),
        500
    );
}

fn ada() -> Env {
    let user = User::new(7)
        .named("Ada")
        .in_group(groups::core_internal)
        .with_companies([1, 2]);
    Env::of(user).expect("a plain user")
}

#[actix_web::test]
async fn sudo_keeps_the_user_and_switching_drops_it() {
    let elevated = ada().sudo("close the month");
    assert_eq!(elevated.uid().as_i64(), Some(7));
    assert_eq!(elevated.elevation(), Some("close the month"));
    let switched = elevated
        .switch_user(
            User::new(8).in_group(groups::core_portal),
            "support call 12",
        )
        .expect("a plain user");
    assert_eq!(switched.elevation(), None);
    assert_eq!(switched.uid().as_i64(), Some(8));
    assert_eq!(switched.actor().id().as_i64(), Some(7));
    assert!(!switched.in_group(groups::core_internal));
    let again = switched
        .switch_user(User::new(9), "and on")
        .expect("a plain user");
    assert_eq!(again.actor().id().as_i64(), Some(7));
}

#[actix_web::test]
async fn what_would_be_too_much_is_refused() {
    assert_eq!(ada().sudo("  ").elevation(), None);
    assert_eq!(
        ada()
            .switch_user(User::new(8).blocked(true), "reason")
            .err(),
        Some(EnvError::Blocked)
    );
    assert_eq!(
        ada().switch_user(User::new(8), " ").err(),
        Some(EnvError::NoReason)
    );
    assert_eq!(
        ada().in_companies([1, 3]).err(),
        Some(EnvError::ForeignCompany)
    );
    let none = ada()
        .in_companies(Vec::<i64>::new())
        .expect("no foreign company");
    assert!(none.cids().is_empty() && none.cid().is_none());
    let both = User::new(1)
        .in_group(groups::core_internal)
        .in_group(groups::core_public);
    assert!(matches!(Env::of(both), Err(EnvError::Contradiction(_))));
}

#[actix_web::test]
async fn scopes_nest_and_end() {
    let outer = ada();
    env_ctx::scope(outer.clone(), async {
        assert_eq!(who(), "7");
        let inner = outer.sudo("look closer");
        let reason = env_ctx::scope(inner, async {
            sleep(Duration::from_micros(10)).await;
            env_ctx::get()
                .ok()
                .and_then(|env| env.elevation().map(str::to_owned))
        });
        assert_eq!(reason.await.as_deref(), Some("look closer"));
        assert_eq!(env_ctx::get().expect("an env").elevation(), None);
    })
    .await;
    assert_eq!(env_ctx::get().err(), Some(EnvError::OutsideRequest));
    let _ = web::Data::new(());
}
