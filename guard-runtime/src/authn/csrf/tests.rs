//! A change needs the token, and nothing may speak against it.

use actix_web::http::Method;
use actix_web::http::header::{HeaderMap, HeaderValue};

use super::Csrf;
use crate::authn::{Algorithm, KeyError};

const SESSION: &str = "eyA.eyB.sig";

fn csrf() -> Csrf {
    Csrf::new([7; 32]).unwrap()
}

fn headers(list: &[(&str, &str)]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in list {
        map.append(name.parse().unwrap(), HeaderValue::from_str(value).unwrap());
    }
    map
}

/// A change with the right token, and these headers besides.
fn check(list: &[(&str, &str)]) -> bool {
    let token = csrf().token_for(SESSION);
    let all = [
        &[("x-csrf-token", &*token), ("host", "app.example.com")],
        list,
    ]
    .concat();
    let own = ["https://other.example.com:8443".to_owned()];
    csrf()
        .check(&Method::POST, &headers(&all), SESSION, &own)
        .is_ok()
}

#[test]
fn reading_needs_no_token() {
    for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE] {
        assert!(csrf().check(&method, &headers(&[]), SESSION, &[]).is_ok());
    }
    let odd = Method::from_bytes(b"get").unwrap();
    for method in [
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::CONNECT,
        odd,
    ] {
        assert!(
            csrf().check(&method, &headers(&[]), SESSION, &[]).is_err(),
            "{method}"
        );
    }
}

#[test]
fn a_socket_is_opened_from_our_own_pages() {
    for (origin, good) in [
        ("https://app.example.com", true),
        ("https://evil.org", false),
    ] {
        let list = [
            ("host", "app.example.com"),
            ("upgrade", "websocket"),
            ("origin", origin),
        ];
        assert_eq!(
            csrf()
                .check(&Method::GET, &headers(&list), SESSION, &[])
                .is_ok(),
            good
        );
    }
    let list = [("upgrade", "websocket"), ("sec-fetch-site", "cross-site")];
    assert!(
        csrf()
            .check(&Method::GET, &headers(&list), SESSION, &[])
            .is_err()
    );
}

#[test]
fn the_token_is_the_sessions() {
    assert!(check(&[]));
    let token = csrf().token_for(SESSION);
    let post = |list: &[(&str, &str)]| {
        csrf()
            .check(&Method::POST, &headers(list), SESSION, &[])
            .is_ok()
    };
    assert!(post(&[("x-csrf-token", &token)]));
    assert!(!post(&[]));
    assert!(!post(&[("x-csrf-token", "")]));
    assert!(!post(&[("x-csrf-token", &token[1..])]));
    assert!(!post(&[("x-csrf-token", &format!("{token}="))]));
    assert!(!post(&[("x-csrf-token", &token.to_lowercase())]));
    assert!(!post(&[(
        "x-csrf-token",
        &csrf().token_for("another session")
    )]));
    assert!(!post(&[(
        "x-csrf-token",
        &Csrf::new([8; 32]).unwrap().token_for(SESSION)
    )]));
    assert!(!post(&[("x-csrf-token", &token), ("x-csrf-token", &token)]));
    assert!(!post(&[("x-csrf-token", SESSION)]));
}

#[test]
fn another_site_is_refused() {
    for (site, good) in [
        ("same-origin", true),
        ("none", true),
        ("same-site", false),
        ("cross-site", false),
        ("", false),
        ("Same-Origin", false),
        ("same-origin, cross-site", false),
    ] {
        assert_eq!(check(&[("sec-fetch-site", site)]), good, "{site}");
    }
    assert!(!check(&[
        ("sec-fetch-site", "same-origin"),
        ("sec-fetch-site", "cross-site")
    ]));
}

#[test]
fn a_trusted_origin_may_be_another_site() {
    let trusted = ("origin", "https://other.example.com:8443");
    for site in ["same-site", "cross-site", "same-origin"] {
        assert!(check(&[trusted, ("sec-fetch-site", site)]), "{site}");
    }
    // The request's own host is no other site, and one good origin does not vouch for another.
    let own = ("origin", "https://app.example.com");
    assert!(!check(&[own, ("sec-fetch-site", "cross-site")]));
    assert!(!check(&[trusted, own, ("sec-fetch-site", "cross-site")]));
    assert!(!check(&[own, trusted, ("sec-fetch-site", "cross-site")]));
    let foreign = ("origin", "https://evil.org");
    assert!(!check(&[
        trusted,
        foreign,
        ("sec-fetch-site", "cross-site")
    ]));
}

#[test]
fn another_origin_is_refused() {
    for (origin, good) in [
        ("https://app.example.com", true),
        ("http://app.example.com", true),
        ("https://APP.example.com:443", true),
        ("https://other.example.com:8443", true),
        ("https://other.example.com", false),
        ("https://app.example.com:8443", false),
        ("https://app.example.com:80", false),
        ("https://app.example.com.evil.org", false),
        ("https://evil.org", false),
        ("https://evil.org/app.example.com", false),
        ("https://app.example.com@evil.org", false),
        ("app.example.com", false),
        ("file://app.example.com", false),
        ("https://", false),
        ("null", false),
        ("", false),
    ] {
        assert_eq!(check(&[("origin", origin)]), good, "{origin}");
    }
    assert!(!check(&[
        ("origin", "https://app.example.com"),
        ("origin", "https://evil.org")
    ]));
    assert!(!check(&[
        ("origin", "https://app.example.com"),
        ("host", "evil.org")
    ]));
    let token = csrf().token_for(SESSION);
    let list = headers(&[
        ("x-csrf-token", &token),
        ("origin", "https://app.example.com"),
    ]);
    assert!(
        csrf().check(&Method::POST, &list, SESSION, &[]).is_err(),
        "without a host"
    );
}

#[test]
fn the_key_is_long_and_never_shown() {
    let short = Csrf::new([7; 31]).err();
    assert_eq!(short, Some(KeyError::ShortSecret(Algorithm::HS256)));
    assert_eq!(format!("{:?}", csrf()), "Csrf");
}

#[test]
fn the_token_is_no_signature_of_a_jwt() {
    use crate::authn::crypto::Verifier;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    let token = URL_SAFE_NO_PAD.decode(csrf().token_for("a.b")).unwrap();
    assert!(
        !Verifier::hmac(Algorithm::HS256, &[7; 32])
            .unwrap()
            .verify(b"a.b", &token)
    );
}
