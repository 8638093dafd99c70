//! A session in a cookie, and requests that other sites make with it.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod support;

use actix_web::http::Method;
use actix_web::{App, HttpRequest, route, test};
use guard_runtime::{AccessControl, AccessControlBuilder, Csrf, Env, allows_public, requires_user};
use support::{builder, header, token};

const KEY: [u8; 32] = [7; 32];
const TRUSTED: &str = "https://shop.example.com";

#[requires_user]
#[route(
    "/change",
    method = "GET",
    method = "HEAD",
    method = "OPTIONS",
    method = "POST",
    method = "PUT",
    method = "PATCH",
    method = "DELETE"
)]
async fn change(env: Env) -> String {
    env.uid().to_string()
}

#[allows_public]
#[route("/open", method = "GET", method = "POST")]
async fn open(env: Env, request: HttpRequest) -> String {
    format!("{} {}", request.method(), env.uid())
}

fn with_cookie(builder: AccessControlBuilder) -> AccessControl {
    let builder = builder.session_cookie("session", &KEY);
    let builder = builder.trusted_origins([TRUSTED]);
    builder.build().expect("a complete configuration")
}

/// Status, type of the problem or what the handler said, and the challenge.
async fn send(
    access: AccessControl,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
) -> (u16, String, String) {
    let app = App::new().wrap(access).service(change).service(open);
    let app = test::init_service(app).await;
    let mut request = test::TestRequest::with_uri(path).method(method);
    for header in headers {
        request = request.append_header(*header);
    }
    let response = test::call_service(&app, request.to_request()).await;
    let (status, challenge) = (response.status(), header(&response, "www-authenticate"));
    let body = test::read_body(response).await;
    let body = String::from_utf8_lossy(&body).into_owned();
    let problem: Option<serde_json::Value> = serde_json::from_str(&body).ok();
    let problem = problem.and_then(|it| Some(it["type"].as_str()?.to_owned()));
    (status.as_u16(), problem.unwrap_or(body), challenge)
}

type Headers<'a> = Vec<(&'a str, &'a str)>;

const FORGED: &str = "urn:guard:problem:cross-site-request";

#[actix_web::test]
async fn reading_needs_no_proof_and_changing_does() {
    let session = token("portal");
    let cookie = format!("session={session}");
    let proof = with_cookie(builder())
        .csrf_token(&session)
        .expect("cookies are on");
    for (method, is_safe) in [
        (Method::GET, true),
        (Method::HEAD, true),
        (Method::OPTIONS, true),
        (Method::POST, false),
        (Method::PUT, false),
        (Method::PATCH, false),
        (Method::DELETE, false),
    ] {
        let bare = [("cookie", &*cookie)];
        let access = with_cookie(builder());
        let (status, what, challenge) = send(access, method.clone(), "/change", &bare).await;
        if is_safe {
            assert_eq!(status, 200, "{method}");
        } else {
            // Signing in again would not help, so there is no challenge.
            assert_eq!((status, &*what, &*challenge), (403, FORGED, ""), "{method}");
        }
        let proven = [("cookie", &*cookie), ("x-csrf-token", &proof)];
        let (status, ..) = send(with_cookie(builder()), method.clone(), "/change", &proven).await;
        assert_eq!(status, 200, "{method}");
    }
}

#[actix_web::test]
async fn the_proof_is_this_sessions_own() {
    let session = token("portal");
    let cookie = format!("session={session}");
    let access = with_cookie(builder());
    let proof = access.csrf_token(&session).expect("cookies are on");
    let another = access
        .csrf_token(&token("manager"))
        .expect("cookies are on");
    // The same user's earlier session is another one.
    let earlier = support::expired("portal");
    let earlier = access.csrf_token(&earlier).expect("cookies are on");
    let foreign_key = Csrf::new([8; 32]).expect("a long key").token_for(&session);
    let empty = access.csrf_token("").expect("cookies are on");
    let (short, padded, lower) = (&proof[1..], format!("{proof}="), proof.to_lowercase());
    for (name, headers) in [
        ("missing", vec![]),
        ("empty", vec![("x-csrf-token", "")]),
        ("another user's", vec![("x-csrf-token", &*another)]),
        ("an earlier session's", vec![("x-csrf-token", &*earlier)]),
        ("of no session", vec![("x-csrf-token", &*empty)]),
        ("of another key", vec![("x-csrf-token", &*foreign_key)]),
        ("cut short", vec![("x-csrf-token", short)]),
        ("padded", vec![("x-csrf-token", &*padded)]),
        ("lower case", vec![("x-csrf-token", &*lower)]),
        ("the session itself", vec![("x-csrf-token", &*session)]),
        (
            "twice",
            vec![("x-csrf-token", &*proof), ("x-csrf-token", &*proof)],
        ),
        ("in another header", vec![("x-xsrf-token", &*proof)]),
        ("in a cookie", vec![("cookie", "x-csrf-token=1")]),
    ] {
        let headers = [&[("cookie", &*cookie)], &headers[..]].concat();
        let (status, what, _) = send(access.clone(), Method::POST, "/change", &headers).await;
        assert_eq!((status, &*what), (403, FORGED), "{name}");
    }
    let good = [("cookie", &*cookie), ("x-csrf-token", &proof)];
    let (status, who, _) = send(access, Method::POST, "/change", &good).await;
    assert_eq!((status, &*who), (200, "portal"));
}

#[actix_web::test]
async fn where_the_request_comes_from() {
    let session = token("portal");
    let cookie = format!("session={session}");
    let access = with_cookie(builder());
    let proof = access.csrf_token(&session).expect("cookies are on");
    let own = "https://app.example.com";
    let table: Vec<(&str, Headers<'_>, u16)> = vec![
        ("nothing said", vec![], 200),
        ("same origin", vec![("sec-fetch-site", "same-origin")], 200),
        ("typed in", vec![("sec-fetch-site", "none")], 200),
        ("same site", vec![("sec-fetch-site", "same-site")], 403),
        ("cross site", vec![("sec-fetch-site", "cross-site")], 403),
        ("unknown site", vec![("sec-fetch-site", "near")], 403),
        (
            "two sites",
            vec![
                ("sec-fetch-site", "same-origin"),
                ("sec-fetch-site", "cross-site"),
            ],
            403,
        ),
        ("own origin", vec![("origin", own)], 200),
        (
            "own origin, cross site",
            vec![("origin", own), ("sec-fetch-site", "cross-site")],
            403,
        ),
        ("trusted origin", vec![("origin", TRUSTED)], 200),
        (
            "trusted origin, same site",
            vec![("origin", TRUSTED), ("sec-fetch-site", "same-site")],
            200,
        ),
        (
            "trusted origin, cross site",
            vec![("origin", TRUSTED), ("sec-fetch-site", "cross-site")],
            200,
        ),
        (
            "trusted origin, other port",
            vec![("origin", "https://shop.example.com:8443")],
            403,
        ),
        (
            "trusted origin, no TLS",
            vec![("origin", "http://shop.example.com")],
            403,
        ),
        (
            "below a trusted origin",
            vec![("origin", "https://x.shop.example.com")],
            403,
        ),
        (
            "trusted and foreign",
            vec![("origin", TRUSTED), ("origin", "https://evil.example")],
            403,
        ),
        ("null", vec![("origin", "null")], 403),
        ("foreign", vec![("origin", "https://evil.example")], 403),
        (
            "foreign, says same origin",
            vec![
                ("origin", "https://evil.example"),
                ("sec-fetch-site", "same-origin"),
            ],
            403,
        ),
        (
            "foreign that ends like ours",
            vec![("origin", "https://evil-app.example.com")],
            403,
        ),
        (
            "foreign that begins like ours",
            vec![("origin", "https://app.example.com.evil.example")],
            403,
        ),
    ];
    for (name, headers, expected) in table {
        let base = [
            ("cookie", &*cookie),
            ("x-csrf-token", &proof),
            ("host", "app.example.com"),
        ];
        let headers = [&base, &headers[..]].concat();
        let (status, ..) = send(access.clone(), Method::POST, "/change", &headers).await;
        assert_eq!(status, expected, "{name}");
        // Without the proof no origin is good enough.
        let bare: Headers<'_> = headers
            .into_iter()
            .filter(|it| it.0 != "x-csrf-token")
            .collect();
        let (status, ..) = send(access.clone(), Method::POST, "/change", &bare).await;
        assert_eq!(status, 403, "{name}, no proof");
    }
}

#[actix_web::test]
async fn a_socket_is_opened_from_our_own_pages() {
    let cookie = format!("session={}", token("portal"));
    for (origin, expected) in [
        ("https://app.example.com", 200),
        (TRUSTED, 200),
        ("https://evil.example", 403),
        ("null", 403),
    ] {
        let headers = [
            ("cookie", &*cookie),
            ("host", "app.example.com"),
            ("upgrade", "websocket"),
            ("origin", origin),
        ];
        let (status, ..) = send(with_cookie(builder()), Method::GET, "/change", &headers).await;
        assert_eq!(status, expected, "{origin}");
    }
}

#[actix_web::test]
async fn a_forged_request_does_not_run_as_a_guest_either() {
    let session = token("portal");
    let cookie = format!("session={session}");
    let access = with_cookie(builder());
    let proof = access.csrf_token(&session).expect("cookies are on");
    let forged = [("cookie", &*cookie)];
    let (status, what, _) = send(access.clone(), Method::POST, "/open", &forged).await;
    assert_eq!((status, &*what), (403, FORGED));
    let proven = [("cookie", &*cookie), ("x-csrf-token", &proof)];
    let (status, what, _) = send(access.clone(), Method::POST, "/open", &proven).await;
    assert_eq!((status, &*what), (200, "POST portal"));
    let (status, what, _) = send(access.clone(), Method::GET, "/open", &forged).await;
    assert_eq!((status, &*what), (200, "GET portal"));
    // Without a session there is nothing to ride on.
    let (status, what, _) = send(access, Method::POST, "/open", &[]).await;
    assert_eq!((status, &*what), (200, "POST guest"));
}

#[actix_web::test]
async fn a_header_needs_no_proof_and_suffers_no_cookie_beside_it() {
    let session = token("portal");
    let (cookie, bearer) = (format!("session={session}"), format!("Bearer {session}"));
    let access = with_cookie(builder());
    let alone = [
        ("authorization", &*bearer),
        ("origin", "https://evil.example"),
    ];
    let (status, who, _) = send(access.clone(), Method::POST, "/change", &alone).await;
    assert_eq!((status, &*who), (200, "portal"));
    for path in ["/change", "/open"] {
        for method in [Method::GET, Method::POST] {
            let both = [("authorization", &*bearer), ("cookie", &*cookie)];
            let (status, what, challenge) = send(access.clone(), method, path, &both).await;
            assert_eq!(
                (status, &*what),
                (400, "urn:guard:problem:malformed-credentials")
            );
            assert!(challenge.contains("invalid_request"), "{challenge}");
        }
    }
    let other = [
        ("authorization", &*bearer),
        ("cookie", "theme=dark; session="),
    ];
    let (status, ..) = send(access, Method::POST, "/change", &other).await;
    assert_eq!(status, 200, "a cookie that is empty is none");
}

#[actix_web::test]
async fn where_cookies_are_off_they_are_nobodys() {
    let session = token("portal");
    let cookie = format!("session={session}");
    let access = builder().build().expect("a complete configuration");
    assert_eq!(access.csrf_token(&session), None);
    let headers = [("cookie", &*cookie)];
    for method in [Method::GET, Method::POST] {
        let (status, what, _) = send(access.clone(), method.clone(), "/change", &headers).await;
        assert_eq!(
            (status, &*what),
            (401, "urn:guard:problem:missing-credentials")
        );
        let (status, what, _) = send(access.clone(), method.clone(), "/open", &headers).await;
        assert_eq!((status, what), (200, format!("{method} guest")));
    }
    // Nor does one disturb a header.
    let bearer = format!("Bearer {session}");
    let both = [("cookie", &*cookie), ("authorization", &*bearer)];
    let (status, ..) = send(access, Method::POST, "/change", &both).await;
    assert_eq!(status, 200);
}
