//! A key set at an address: a real server on this machine, whose keys change, vanish and grow.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use actix_web::rt::time::sleep;
use actix_web::{App, get, test};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use guard_runtime::{
    AccessControl, Algorithm, Answer, AuthError, Directory, Id, Identity, Jwt, JwtError, KeyError,
    KeySource, TokenIssuer, User, allows_public, groups, no_auth, requires_group,
    requires_internal, requires_user,
};

macro_rules! pem {
    ($name:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../tests/keys/",
            $name,
            ".pem"
        ))
    };
}

const SHORT: Duration = Duration::from_millis(20);
const LONG: Duration = Duration::from_secs(3600);

struct Staff;

impl Directory for Staff {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let known = identity.subject.clone().map(User::new);
        Answer::Now(Ok(known.map(|it| it.in_group(groups::core_internal))))
    }
}

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

#[requires_group(core_internal, groups = guard_runtime::groups)]
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

/// Answers every request to `/keys` with these bytes, and to `/good` with good keys.
#[derive(Clone)]
struct Server {
    address: SocketAddr,
    answer: Arc<Mutex<Vec<u8>>>,
    asked: Arc<AtomicUsize>,
}

impl Server {
    fn start(answer: Vec<u8>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let it = Self {
            address: listener.local_addr().expect("an address"),
            answer: Arc::new(Mutex::new(answer)),
            asked: Arc::default(),
        };
        let server = it.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a connection");
                let mut buffer = [0; 4096];
                let count = stream.read(&mut buffer).unwrap_or(0);
                let answer = if buffer[..count].starts_with(b"GET /good ") {
                    ok(&set(&[A, B]))
                } else {
                    server.asked.fetch_add(1, Ordering::Relaxed);
                    let answer = server.answer.lock().unwrap_or_else(PoisonError::into_inner);
                    answer.clone()
                };
                // Who has heard enough hangs up.
                let _ = stream.write_all(&answer);
            }
        });
        it
    }

    fn say(&self, answer: Vec<u8>) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = answer;
    }

    fn url(&self) -> String {
        format!("http://{}/keys", self.address)
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

#[derive(Clone, Copy)]
struct Published {
    kid: &'static str,
    /// With `{x}` and `{y}` for the coordinates.
    jwk: &'static str,
    public: &'static str,
    /// The bytes of a coordinate.
    width: usize,
}

const A: Published = Published {
    kid: "a",
    jwk: r#"{"kty":"OKP","crv":"Ed25519","use":"sig","kid":"a","x":"{x}"}"#,
    public: pem!("ed25519.pub"),
    width: 32,
};
const B: Published = Published {
    kid: "b",
    jwk: r#"{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"b","x":"{x}","y":"{y}"}"#,
    public: pem!("ec-p256.pub"),
    width: 32,
};

fn set(keys: &[Published]) -> String {
    let jwk = |key: &Published| {
        let body: String = key
            .public
            .lines()
            .filter(|it| !it.starts_with('-'))
            .collect();
        let der = STANDARD.decode(body).expect("a test key");
        let count = if key.jwk.contains("{y}") { 2 } else { 1 };
        let (x, y) = der[der.len() - count * key.width..].split_at(key.width);
        let fill = key.jwk.replace("{x}", &URL_SAFE_NO_PAD.encode(x));
        fill.replace("{y}", &URL_SAFE_NO_PAD.encode(y))
    };
    let keys: Vec<String> = keys.iter().map(jwk).collect();
    format!("{{\"keys\":[{}]}}", keys.join(","))
}

fn ok(body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}").into()
}

fn token(key: Published) -> String {
    let issuer = match key.kid {
        "a" => TokenIssuer::ed_pem(pem!("ed25519")),
        _ => TokenIssuer::ec_pem(Algorithm::ES256, pem!("ec-p256")),
    };
    let issuer = issuer.expect("a test key").issuer("me").audience("api");
    let token = issuer.kid(key.kid).issue(&Id::from(7), ());
    token.expect("plain claims").token
}

fn build(source: KeySource) -> Result<AccessControl, JwtError> {
    let jwt = Jwt::builder()
        .issuer("me")
        .audience("api")
        .keys(source)
        .build()?;
    let access = AccessControl::builder(Staff).authenticator(jwt);
    Ok(access.build().expect("a complete configuration"))
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

#[actix_web::test]
async fn keys_are_fetched_again_and_a_kept_token_falls_with_its_key() {
    let server = Server::start(ok(&set(&[A])));
    let source = KeySource::url(server.url(), SHORT).min_interval(SHORT);
    let access = build(source).expect("a key set");
    let (a, b) = (token(A), token(B));
    assert_eq!(statuses(&access, Some(&a)).await, RUNS);
    assert_eq!(statuses(&access, Some(&b)).await, INVALID);
    server.say(ok(&set(&[A, B])));
    eventually(&access, &b, RUNS).await;
    assert_eq!(statuses(&access, Some(&a)).await, RUNS);
    server.say(ok(&set(&[B])));
    eventually(&access, &a, INVALID).await;
    assert_eq!(statuses(&access, Some(&b)).await, RUNS);
}

#[actix_web::test]
async fn an_unknown_name_asks_ahead_of_time_and_a_flood_of_them_asks_once() {
    let server = Server::start(ok(&set(&[A])));
    let source = KeySource::url(server.url(), LONG).min_interval(Duration::from_millis(300));
    let access = build(source).expect("a key set");
    let (a, b) = (token(A), token(B));
    assert_eq!(server.asked(), 1);
    assert_eq!(statuses(&access, Some(&a)).await, RUNS);
    assert_eq!(server.asked(), 1, "a known name asks for nothing");
    server.say(ok(&set(&[B])));
    let start = Instant::now();
    eventually(&access, &b, RUNS).await;
    assert_eq!(statuses(&access, Some(&a)).await, INVALID);
    // Now `a` is unknown: each of these would like to ask.
    while start.elapsed() < Duration::from_millis(1200) {
        assert_eq!(statuses(&access, Some(&a)).await, INVALID);
    }
    let most = 2 + usize::try_from(start.elapsed().as_millis() / 300).expect("a few");
    assert!(server.asked() <= most, "{} of {most}", server.asked());
}

#[actix_web::test]
async fn a_server_that_is_down_is_503_in_the_end_and_never_a_pass() {
    let server = Server::start(ok(&set(&[A])));
    let source = KeySource::url(server.url(), SHORT).min_interval(SHORT);
    let access = build(source.max_stale(Duration::from_millis(800))).expect("a key set");
    let (a, b) = (token(A), token(B));
    assert_eq!(statuses(&access, Some(&a)).await, RUNS);
    // Connections are closed without a word.
    server.say(Vec::new());
    sleep(5 * SHORT).await;
    assert_eq!(
        statuses(&access, Some(&a)).await,
        RUNS,
        "the old keys serve"
    );
    eventually(&access, &a, UNAVAILABLE).await;
    for _ in 0..5 {
        for token in [&a, &b] {
            assert_eq!(statuses(&access, Some(token)).await, UNAVAILABLE);
        }
        assert_eq!(statuses(&access, None).await, INVALID, "nothing to verify");
        sleep(SHORT).await;
    }
    server.say(ok(&set(&[A])));
    eventually(&access, &a, RUNS).await;
    assert_eq!(statuses(&access, Some(&b)).await, INVALID);
}

/// Answers that are no key set; each would let `b` in, or holds nothing.
fn wrong_answers(server: &Server) -> Vec<(&'static str, Vec<u8>)> {
    let good = set(&[A, B]);
    let huge = good.replacen('{', &format!("{{\"x\":\"{}\",", "x".repeat(1 << 20)), 1);
    let head = |status: &str, more: &str| {
        format!(
            "HTTP/1.1 {status}\r\nconnection: close\r\n{more}content-length: {}\r\n\r\n{good}",
            good.len()
        )
    };
    let elsewhere = format!("location: http://{}/good\r\n", server.address);
    let secret = r#"{"kty":"oct","alg":"HS256","kid":"s","k":"BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc"}"#;
    vec![
        ("oversized", ok(&huge)),
        (
            "oversized, of unknown length",
            format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{huge}").into(),
        ),
        ("301", head("301 Moved Permanently", &elsewhere).into()),
        ("302", head("302 Found", &elsewhere).into()),
        ("303", head("303 See Other", &elsewhere).into()),
        ("307", head("307 Temporary Redirect", &elsewhere).into()),
        (
            "308",
            head("308 Permanent Redirect", "location: /good\r\n").into(),
        ),
        (
            "204",
            b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_vec(),
        ),
        ("206", head("206 Partial Content", "").into()),
        ("404 with keys", head("404 Not Found", "").into()),
        (
            "500 with keys",
            head("500 Internal Server Error", "").into(),
        ),
        ("cut short", ok(&good)[..ok(&good).len() - 9].to_vec()),
        ("not HTTP", good.clone().into_bytes()),
        ("no key set", ok("<html>")),
        ("no keys", ok("{\"keys\":[]}")),
        (
            "a member twice",
            ok(&good.replacen('{', "{\"keys\":[],", 1)),
        ),
        (
            "a shared secret",
            ok(&good.replacen('[', &format!("[{secret},"), 1)),
        ),
        (
            "a private key",
            ok(&good.replacen("\"kty\"", "\"d\":\"AA\",\"kty\"", 1)),
        ),
    ]
}

#[actix_web::test]
async fn answers_that_are_no_key_set_change_nothing() {
    let server = Server::start(ok(&set(&[A])));
    let source = KeySource::url(server.url(), SHORT).min_interval(SHORT);
    let access = build(source).expect("a key set");
    let (a, b) = (token(A), token(B));
    for (name, answer) in wrong_answers(&server) {
        server.say(answer);
        let asked = server.asked();
        while server.asked() < asked + 3 {
            sleep(SHORT / 2).await;
        }
        assert_eq!(statuses(&access, Some(&a)).await, RUNS, "{name}");
        assert_eq!(statuses(&access, Some(&b)).await, INVALID, "{name}");
    }
    server.say(ok(&set(&[A, B])));
    eventually(&access, &b, RUNS).await;
}

#[actix_web::test]
async fn nothing_starts_without_keys() {
    let server = Server::start(ok(&set(&[A])));
    for (name, answer) in wrong_answers(&server) {
        server.say(answer);
        let result = build(KeySource::url(server.url(), LONG)).map(|_| ());
        assert!(
            matches!(result, Err(JwtError::Keys(_))),
            "{name}: {result:?}"
        );
    }
    for url in [
        "http://keys.example.com/keys".to_owned(),
        format!("http://user:password@{}/keys", server.address),
        "file:///etc/keys".to_owned(),
    ] {
        let result = build(KeySource::url(&url, LONG)).map(|_| ());
        assert_eq!(result, Err(JwtError::Keys(KeyError::Url)), "{url}");
    }
    // Nobody listens.
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/keys", free.local_addr().expect("an address"));
    drop(free);
    assert!(build(KeySource::url(url, LONG)).is_err());
}
