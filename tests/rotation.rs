//! Key sets: which key verifies a token, and what becomes of it when the set changes.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod support;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use actix_web::rt::time::sleep;
use actix_web::{App, get, test};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guard_runtime::{
    AccessControl, Algorithm, Id, Jwt, Key, KeySet, KeySource, TokenIssuer, allows_public, no_auth,
    requires_group, requires_internal, requires_user,
};
use support::{AUDIENCE, ISSUER, Users, groups};

const SHORT: Duration = Duration::from_millis(20);
const LONG: Duration = Duration::from_hours(1);

#[requires_internal]
#[get("/internal")]
async fn internal() -> &'static str {
    "internal"
}

#[requires_user]
#[get("/user")]
async fn user() -> &'static str {
    "user"
}

#[requires_group(sales)]
#[get("/group")]
async fn group() -> &'static str {
    "group"
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

/// The statuses at an internal, a user's, a group's, a public and an open gate.
async fn statuses(access: &AccessControl, token: Option<&str>) -> [u16; 5] {
    let app = App::new()
        .wrap(access.clone())
        .service(internal)
        .service(user)
        .service(group)
        .service(public)
        .service(open);
    let app = test::init_service(app).await;
    let mut statuses = [0; 5];
    let paths = ["/internal", "/user", "/group", "/public", "/open"];
    for (path, status) in paths.into_iter().zip(&mut statuses) {
        let mut request = test::TestRequest::get().uri(path);
        if let Some(token) = token {
            request = request.insert_header(("authorization", format!("Bearer {token}")));
        }
        let response = test::call_service(&app, request.to_request()).await;
        *status = response.status().as_u16();
    }
    statuses
}

const RUNS: [u16; 5] = [200; 5];
const INVALID: [u16; 5] = [401, 401, 401, 200, 200];
const UNAVAILABLE: [u16; 5] = [503, 503, 503, 503, 200];

fn secret(name: &str) -> Vec<u8> {
    name.repeat(64).into_bytes()
}

fn token(kid: Option<&str>, key: &str) -> String {
    let issuer = TokenIssuer::hmac(Algorithm::HS256, secret(key)).expect("a long secret");
    let issuer = issuer.issuer(ISSUER).audience(AUDIENCE);
    let issuer = match kid {
        Some(kid) => issuer.kid(kid),
        None => issuer,
    };
    let token = issuer.issue(&Id::from("sales"), ());
    token.expect("plain claims").token
}

fn access(keys: impl Into<KeySource>) -> AccessControl {
    let jwt = Jwt::builder().issuer(ISSUER).audience(AUDIENCE).keys(keys);
    let jwt = jwt.build().expect("a complete configuration");
    let access = AccessControl::builder(Users).authenticator(jwt);
    access.build().expect("a complete configuration")
}

async fn eventually(access: &AccessControl, token: &str, expected: [u16; 5]) {
    let start = Instant::now();
    loop {
        let found = statuses(access, Some(token)).await;
        if found == expected {
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(10), "still {found:?}");
        sleep(SHORT / 2).await;
    }
}

/// A key set in a file, removed at the end.
struct Document(PathBuf);

impl Document {
    fn new(kids: &[&str]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);

        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("guard-rotation-{}-{count}.json", std::process::id());
        let it = Self(std::env::temp_dir().join(name));
        it.write(kids);
        it
    }

    fn write(&self, kids: &[&str]) {
        let key = |kid: &&str| {
            let secret = URL_SAFE_NO_PAD.encode(secret(kid));
            format!(r#"{{"kty":"oct","alg":"HS256","kid":"{kid}","k":"{secret}"}}"#)
        };
        let keys: Vec<String> = kids.iter().map(key).collect();
        self.write_text(&format!("{{\"keys\":[{}]}}", keys.join(",")));
    }

    /// Renamed into place, so that nobody reads half of it.
    fn write_text(&self, text: &str) {
        let new = self.0.with_extension("new");
        fs::write(&new, text).expect("written");
        fs::rename(new, &self.0).expect("renamed");
    }
}

impl Drop for Document {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[actix_web::test]
async fn the_key_is_the_one_that_is_named() {
    let keys = ["a", "b"].map(|kid| {
        let key = Key::hmac(Algorithm::HS256, secret(kid)).expect("a long secret");
        key.with_kid(kid)
    });
    let access = access(KeySet::new(keys.clone()).expect("two names"));
    for (kid, key, expected) in [
        (Some("a"), "a", RUNS),
        (Some("b"), "b", RUNS),
        (Some("a"), "b", INVALID),
        (Some("b"), "a", INVALID),
        (Some("c"), "a", INVALID),
        (Some("A"), "a", INVALID),
        (Some(""), "a", INVALID),
        // Two keys would fit.
        (None, "a", INVALID),
        (None, "b", INVALID),
    ] {
        let found = statuses(&access, Some(&token(kid, key))).await;
        assert_eq!(found, expected, "{kid:?} by {key}");
    }
    let [alone, _] = keys;
    let access = self::access(alone);
    assert_eq!(statuses(&access, Some(&token(None, "a"))).await, RUNS);
    assert_eq!(statuses(&access, Some(&token(None, "b"))).await, INVALID);
}

#[actix_web::test]
async fn a_file_that_changes_is_read_again() {
    let document = Document::new(&["a"]);
    let access = access(KeySource::file(&document.0, SHORT).min_interval(SHORT));
    let (a, b) = (token(Some("a"), "a"), token(Some("b"), "b"));
    assert_eq!(statuses(&access, Some(&a)).await, RUNS);
    assert_eq!(statuses(&access, Some(&b)).await, INVALID);
    document.write(&["a", "b"]);
    eventually(&access, &b, RUNS).await;
    assert_eq!(statuses(&access, Some(&a)).await, RUNS);
    document.write(&["b"]);
    eventually(&access, &a, INVALID).await;
    assert_eq!(statuses(&access, Some(&b)).await, RUNS);
    // The same name with another secret is another key.
    let again = token(Some("b"), "c");
    assert_eq!(statuses(&access, Some(&again)).await, INVALID);
    let secret = URL_SAFE_NO_PAD.encode(secret("c"));
    document.write_text(&format!(
        r#"{{"keys":[{{"kty":"oct","alg":"HS256","kid":"b","k":"{secret}"}}]}}"#
    ));
    eventually(&access, &again, RUNS).await;
    assert_eq!(statuses(&access, Some(&b)).await, INVALID);
}

#[actix_web::test]
async fn an_unknown_name_asks_for_the_file_ahead_of_time() {
    let document = Document::new(&["a"]);
    let access = access(KeySource::file(&document.0, LONG).min_interval(SHORT));
    let (a, b) = (token(Some("a"), "a"), token(Some("b"), "b"));
    document.write(&["b"]);
    sleep(5 * SHORT).await;
    // A wrong signature asks for nothing.
    for token in [&a, &token(Some("a"), "b")] {
        let _ = statuses(&access, Some(token)).await;
    }
    sleep(5 * SHORT).await;
    assert_eq!(statuses(&access, Some(&a)).await, RUNS, "not read yet");
    eventually(&access, &b, RUNS).await;
    assert_eq!(statuses(&access, Some(&a)).await, INVALID);
}

#[actix_web::test]
async fn old_keys_serve_until_they_are_too_old_and_nobody_passes_after() {
    let document = Document::new(&["a"]);
    let source = KeySource::file(&document.0, SHORT).min_interval(SHORT);
    let access = access(source.max_stale(Duration::from_millis(600)));
    let (a, wrong) = (token(Some("a"), "a"), token(Some("a"), "b"));
    assert_eq!(statuses(&access, Some(&a)).await, RUNS);
    for broken in [
        "broken",
        "{\"keys\":[]}",
        r#"{"keys":[{"kty":"oct","alg":"HS256","kid":"a","k":"AAAA"}]}"#,
    ] {
        document.write_text(broken);
        sleep(3 * SHORT).await;
        assert_eq!(statuses(&access, Some(&a)).await, RUNS, "{broken}");
    }
    eventually(&access, &a, UNAVAILABLE).await;
    for _ in 0..5 {
        assert_eq!(statuses(&access, Some(&a)).await, UNAVAILABLE);
        assert_eq!(statuses(&access, Some(&wrong)).await, UNAVAILABLE);
        assert_eq!(statuses(&access, None).await, INVALID, "nothing to verify");
        sleep(SHORT).await;
    }
    document.write(&["a"]);
    eventually(&access, &a, RUNS).await;
    assert_eq!(statuses(&access, Some(&wrong)).await, INVALID);
}
