//! Every class of hostile token, made here, against the whole middleware.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::format_push_string,
    reason = "tests"
)]

#[path = "tokens/body.rs"]
mod body;
#[path = "tokens/case.rs"]
mod case;
#[path = "tokens/events.rs"]
mod events;
#[path = "tokens/forge.rs"]
mod forge;
#[path = "tokens/form.rs"]
mod form;
#[path = "tokens/head.rs"]
mod head;
#[path = "tokens/seal.rs"]
mod seal;
#[path = "tokens/state.rs"]
mod state;
mod support;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use actix_web::http::header::HeaderValue;
use actix_web::web::ServiceConfig;
use actix_web::{App, get, test};
use guard_runtime::{AccessControl, Env, allows_public, requires_internal};

use case::{Case, Cases, Expected};
use forge::{CANARY, SECRET, jwt};
use support::Users;

thread_local! {
    static RAN: Cell<bool> = const { Cell::new(false) };
}

#[requires_internal]
#[get("/internal")]
async fn internal(env: Env) -> String {
    RAN.set(true);
    env.uid().to_string()
}

#[allows_public]
#[get("/public")]
async fn public(env: Env) -> String {
    env.uid().to_string()
}

fn access() -> AccessControl {
    let jwt = jwt().build().expect("a complete configuration");
    AccessControl::builder(Users)
        .authenticator(jwt)
        .session_cookie("session", &[9; 32])
        .build()
        .expect("a complete configuration")
}

fn all() -> Vec<Case> {
    let mut cases = Cases::default();
    form::cases(&mut cases);
    head::cases(&mut cases);
    seal::cases(&mut cases);
    body::cases(&mut cases);
    cases.all
}

/// Status, error code of RFC 6750, and type of the problem or what the handler said.
type Brief = (u16, String, String);

fn brief(status: u16, challenge: &str, body: &str) -> Brief {
    let code = challenge.split_once("error=\"");
    let code = code.and_then(|(_, rest)| rest.split_once('"'));
    let problem: Option<serde_json::Value> = serde_json::from_str(body).ok();
    let what = problem.as_ref().and_then(|it| it["type"].as_str());
    let what = what.unwrap_or(body).to_owned();
    (
        status,
        code.map_or_else(String::new, |it| it.0.to_owned()),
        what,
    )
}

fn expected(case: &Case, path: &str) -> Brief {
    let (status, code, what) = match (case.expected, path) {
        (Expected::Accepted, _) => (200, "", "internal"),
        (Expected::Invalid, "/public") => (200, "", "guest"),
        (Expected::Invalid, _) => (401, "invalid_token", "urn:guard:problem:invalid-token"),
        (Expected::Malformed, _) => (
            400,
            "invalid_request",
            "urn:guard:problem:malformed-credentials",
        ),
        (Expected::Blocked, _) => (403, "", "urn:guard:problem:account-blocked"),
    };
    (status, code.to_owned(), what.to_owned())
}

/// Whether a text holds something of a token, its claims or a key.
fn leaks(text: &str, token: &str) -> bool {
    let secret = String::from_utf8_lossy(SECRET);
    let segments = token.split('.').filter(|it| it.len() > 15);
    text.contains(CANARY)
        || text.contains(&*secret)
        || segments.into_iter().any(|it| text.contains(it))
}

/// Classes that are refused for one reason alone, so that none of them is refused by accident.
const REASONS: [(&str, &str); 9] = [
    ("size", "the token is larger than 8 KiB"),
    ("duplicates", "a member stands twice"),
    (
        "forbidden member",
        "the header has a member that is not allowed",
    ),
    ("alg swapped", "`alg` is not the key's"),
    ("signature", "the signature is wrong"),
    ("other key", "the signature is wrong"),
    ("ECDSA", "the signature is wrong"),
    ("EdDSA", "the signature is wrong"),
    ("user", "there is no such user"),
];

#[actix_web::test]
async fn every_token_has_its_answer() {
    events::record();
    let cases = all();
    let hostile = cases.iter().filter(|it| it.expected != Expected::Accepted);
    let distinct: HashSet<&str> = hostile.clone().map(|it| &*it.token).collect();
    assert_eq!(distinct.len(), hostile.count(), "two are the same");
    assert!(distinct.len() >= 120, "{}", distinct.len());
    println!(
        "{} hostile tokens, {} good ones",
        distinct.len(),
        cases.len() - distinct.len()
    );

    let app = App::new().wrap(access()).service(internal).service(public);
    let app = test::init_service(app).await;
    let mut wrong = Vec::new();
    let mut reasons: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for case in &cases {
        for path in ["/internal", "/public"] {
            let bearer = HeaderValue::from_bytes(format!("Bearer {}", case.token).as_bytes());
            let request = test::TestRequest::get()
                .uri(path)
                .insert_header(("authorization", bearer.expect("a header")));
            RAN.set(false);
            let response = test::call_service(&app, request.to_request()).await;
            let status = response.status().as_u16();
            let headers = format!("{:?}", response.headers());
            let challenge = support::header(&response, "www-authenticate");
            let body = test::read_body(response).await;
            let body = String::from_utf8_lossy(&body);
            let found = brief(status, &challenge, &body);
            let ran = path == "/internal" && (RAN.get() != (case.expected == Expected::Accepted));
            if found != expected(case, path) || ran {
                wrong.push(format!("{} at {path}: {found:?}", case.name));
            }
            let log = events::refusals();
            if let Some(reason) = log.first().and_then(|it| it.fields.get("reason")) {
                let class = case.name.split(':').next().unwrap_or_default().to_owned();
                reasons.entry(class).or_default().insert(reason.clone());
            }
            if log.len() != usize::from(found.0 != 200) {
                wrong.push(format!("{} at {path}: {} events", case.name, log.len()));
            }
            if leaks(&headers, &case.token)
                || leaks(&body, &case.token)
                || leaks(&format!("{log:?}"), &case.token)
            {
                wrong.push(format!("{} at {path} leaks", case.name));
            }
        }
    }
    for (class, reason) in REASONS {
        let expected = BTreeSet::from([reason.to_owned()]);
        assert_eq!(reasons.get(class), Some(&expected), "{class}");
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
    assert!(!leaks(&events::text(), CANARY));
}

/// A token from a cookie is held to the same rules.
#[actix_web::test]
async fn every_token_has_its_answer_in_a_cookie() {
    let app = App::new().wrap(access()).service(internal).service(public);
    let app = test::init_service(app).await;
    let mut wrong = Vec::new();
    for case in all().iter().filter(|it| !it.token.is_empty()) {
        let cookie = HeaderValue::from_bytes(format!("session={}", case.token).as_bytes());
        let request = test::TestRequest::get()
            .uri("/internal")
            .insert_header(("cookie", cookie.expect("a header")));
        let response = test::call_service(&app, request.to_request()).await;
        let status = response.status().as_u16();
        let good = match case.expected {
            // What may not stand in a header may stand in a cookie, where it is a wrong token.
            Expected::Malformed => status == 400 || status == 401,
            _ => status == expected(case, "/internal").0,
        };
        if !good {
            wrong.push(format!("{}: {status}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn configure(config: &mut ServiceConfig) {
    config.service(internal).service(public);
}

/// Every fourth token, and each that is good.
#[actix_web::test]
async fn over_a_socket() {
    events::record();
    let server = support::http::serve(access(), configure);
    for (at, case) in all().iter().enumerate() {
        let good = case.expected == Expected::Accepted;
        if !good && at % 4 != 0 || case.token.len() > 100_000 {
            continue;
        }
        let bearer = format!("Bearer {}", case.token);
        for path in ["/internal", "/public"] {
            let answer = server.get(path, &[("authorization", &bearer)]).await;
            let mut lines = answer.head.lines();
            let challenge = lines.find(|line| line.starts_with("www-authenticate"));
            let found = brief(answer.status, challenge.unwrap_or(""), &answer.body);
            assert_eq!(found, expected(case, path), "{} at {path}", case.name);
            assert!(!leaks(&answer.head, &case.token) && !leaks(&answer.body, &case.token));
        }
    }
    server.stop().await;
    assert!(!leaks(&events::text(), CANARY));
}

/// What is no header at all, the server refuses before anybody looks at a token.
#[actix_web::test]
async fn over_a_socket_without_form() {
    let server = support::http::serve(access(), configure);
    let good = forge::good(guard_runtime::Algorithm::HS256);
    for token in [
        format!("{}\r\n {}", &good[..20], &good[20..]),
        format!("{}\0{}", &good[..20], &good[20..]),
        format!("{}\n{}", &good[..20], &good[20..]),
        "a".repeat(1 << 20),
    ] {
        let bearer = format!("Bearer {token}");
        let bytes = support::http::request("GET", "/internal", &[("authorization", &bearer)], "");
        let answer = server.send(&bytes).await;
        assert!((400..500).contains(&answer.status), "{answer:?}");
        assert!(!leaks(&answer.body, &good), "{answer:?}");
    }
    server.stop().await;
}
