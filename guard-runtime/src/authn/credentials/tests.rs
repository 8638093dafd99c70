//! Every way a credential stands, or does not stand, on a request.

use std::sync::Arc;

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};

use super::{CHARACTERS, DOUBLED, EMPTY, Malformed, find};
use crate::authn::{Answer, AuthError, Authenticator, Identity, Source};

/// Takes credentials that start with its prefix.
struct Taker(Source, &'static str);

impl Authenticator for Taker {
    fn source(&self) -> Source {
        self.0.clone()
    }

    fn accepts(&self, credential: &str) -> bool {
        credential.starts_with(self.1)
    }

    fn authenticate<'a>(&'a self, _: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        Answer::Now(Err(AuthError::Invalid("")))
    }
}

/// The credential, who takes it, and whether it is the cookie.
type Credential = (String, Option<usize>, bool);

fn look(headers: &[(&str, &[u8])]) -> Result<Option<Credential>, Malformed> {
    let api_key = HeaderName::from_static("x-api-key");
    let takers: [Arc<dyn Authenticator>; 5] = [
        Arc::new(Taker(Source::Bearer, "pat_")),
        Arc::new(Taker(Source::Bearer, "ey")),
        Arc::new(Taker(Source::Scheme("Token"), "")),
        Arc::new(Taker(Source::Header(api_key.clone()), "a")),
        Arc::new(Taker(Source::Header(api_key), "b")),
    ];
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(
            name.parse().unwrap(),
            HeaderValue::from_bytes(value).unwrap(),
        );
    }
    let found = find(&map, &takers, Some("session"))?;
    Ok(found.map(|it| (it.secret.to_owned(), it.authenticator, it.from_cookie)))
}

fn authorization(value: &str) -> Result<Option<Credential>, Malformed> {
    look(&[("authorization", value.as_bytes())])
}

fn header(secret: &str, taker: usize) -> Credential {
    (secret.to_owned(), Some(taker), false)
}

fn cookie(secret: &str) -> Credential {
    (secret.to_owned(), Some(1), true)
}

#[test]
fn no_credential_is_none() {
    assert_eq!(look(&[]), Ok(None));
    for (name, value) in [
        ("cookie", ""),
        ("cookie", "other=1; sessions=2; xsession=3; session"),
        ("cookie", "session="),
        ("cookie", "session= ; x=1"),
        ("cookie", "x=session=ey"),
        ("cookie", "Session=ey"),
        ("authorization", "Basic dXNlcjpwYXNz"),
        ("authorization", "Basic"),
        ("authorization", "Digest a=\"b\", c=d"),
        ("x-other", "ey"),
    ] {
        assert_eq!(
            look(&[(name, value.as_bytes())]),
            Ok(None),
            "{name}: {value}"
        );
    }
}

#[test]
fn a_bearer_token_goes_to_the_first_who_accepts_it() {
    for value in [
        "Bearer eyA",
        "bearer eyA",
        "BEARER eyA",
        "Bearer    eyA",
        "Bearer eyA  ",
        "Bearer eyA\t",
        "  Bearer eyA",
    ] {
        assert_eq!(
            authorization(value),
            Ok(Some(header("eyA", 1))),
            "{value:?}"
        );
    }
    assert_eq!(authorization("Bearer pat_x"), Ok(Some(header("pat_x", 0))));
    assert_eq!(
        authorization("Bearer ey-._~+/=="),
        Ok(Some(header("ey-._~+/==", 1)))
    );
    assert_eq!(
        authorization("token any, thing=1"),
        Ok(Some(header("any, thing=1", 2)))
    );
    assert_eq!(
        authorization("Bearer zz"),
        Ok(Some(("zz".into(), None, false)))
    );
}

#[test]
fn what_cannot_be_read_is_malformed() {
    for (value, expected) in [
        ("", EMPTY),
        ("  ", EMPTY),
        ("\t", EMPTY),
        ("Bearer", EMPTY),
        ("bearer   ", EMPTY),
        ("Token", EMPTY),
        ("Bearer a b", CHARACTERS),
        ("Bearer a\tb", CHARACTERS),
        ("Bearer\teyA", CHARACTERS),
        ("Bearer eyA,Bearer eyB", CHARACTERS),
        ("Bearer eyA, Basic x", CHARACTERS),
        ("Bearer \"eyA\"", CHARACTERS),
        ("Bearer ey%41", CHARACTERS),
        ("Bearer ey=A", CHARACTERS),
        ("Bearer ===", CHARACTERS),
        ("Bearer: eyA", CHARACTERS),
        ("Bear\u{e9}r eyA", CHARACTERS),
        ("Bearer ey\u{e9}", CHARACTERS),
        ("Basic \u{e9}", CHARACTERS),
    ] {
        assert_eq!(authorization(value), Err(expected), "{value:?}");
    }
    for value in [&b"Bearer ey\xff"[..], b"Bearer ey\xa0"] {
        assert_eq!(look(&[("authorization", value)]), Err(CHARACTERS));
    }
}

#[test]
fn a_header_of_its_own() {
    assert_eq!(look(&[("x-api-key", b"a1")]), Ok(Some(header("a1", 3))));
    assert_eq!(look(&[("x-api-key", b" b1 ")]), Ok(Some(header("b1", 4))));
    assert_eq!(
        look(&[("x-api-key", b"zz")]),
        Ok(Some(("zz".into(), None, false)))
    );
    assert_eq!(look(&[("x-api-key", b"")]), Err(EMPTY));
    assert_eq!(look(&[("x-api-key", b"a\xff")]), Err(CHARACTERS));
}

#[test]
fn the_session_cookie_is_read_as_it_stands() {
    for value in [
        "session=eyA",
        "session=eyA; x=1",
        "x=1; session=eyA",
        "x=1;session=eyA;y=2",
        " session = eyA ",
        "x; session=eyA",
    ] {
        assert_eq!(
            look(&[("cookie", value.as_bytes())]),
            Ok(Some(cookie("eyA"))),
            "{value}"
        );
    }
    assert_eq!(
        look(&[("cookie", b"x=1"), ("cookie", b"session=eyA")]),
        Ok(Some(cookie("eyA")))
    );
    assert_eq!(
        look(&[("cookie", b"session=eyA=b==")]),
        Ok(Some(cookie("eyA=b==")))
    );
    assert_eq!(
        look(&[("cookie", b"session=ey%41")]),
        Ok(Some(cookie("ey%41")))
    );
    assert_eq!(look(&[("cookie", b"session=\xff")]), Err(CHARACTERS));
    assert_eq!(look(&[("cookie", b"session=ey A")]), Err(CHARACTERS));
    assert_eq!(
        look(&[("cookie", b"x=\xff; session=eyA")]),
        Ok(Some(cookie("eyA")))
    );
}

#[test]
fn two_credentials_are_one_too_many() {
    let bearer = ("authorization", &b"Bearer eyA"[..]);
    let basic = ("authorization", &b"Basic dXNlcg=="[..]);
    let key = ("x-api-key", &b"a1"[..]);
    let session = ("cookie", &b"session=eyA"[..]);
    for headers in [
        &[bearer, bearer][..],
        &[bearer, basic],
        &[basic, basic],
        &[bearer, key],
        &[basic, key],
        &[bearer, session],
        &[basic, session],
        &[key, key],
        &[key, session],
        &[session, session],
        &[("cookie", b"session=eyA; session=eyA")],
        &[("cookie", b"session=eyA; session=")],
        &[bearer, key, session],
    ] {
        assert_eq!(look(headers), Err(DOUBLED), "{headers:?}");
    }
    let empty = ("cookie", &b"session="[..]);
    assert_eq!(look(&[bearer, empty]), Ok(Some(header("eyA", 1))));
}

#[test]
fn the_cookie_counts_only_if_it_is_switched_on() {
    let mut map = HeaderMap::new();
    map.append(
        "cookie".parse().unwrap(),
        HeaderValue::from_static("session=eyA"),
    );
    let taker: [Arc<dyn Authenticator>; 1] = [Arc::new(Taker(Source::Bearer, ""))];
    assert!(find(&map, &taker, None).unwrap().is_none());
    assert!(find(&map, &taker, Some("session")).unwrap().is_some());
    assert!(find(&map, &[], Some("session")).unwrap().is_none());
}

#[test]
fn nothing_of_a_credential_is_shown() {
    let mut map = HeaderMap::new();
    map.append(
        "authorization".parse().unwrap(),
        HeaderValue::from_static("Bearer s3cret"),
    );
    let taker: [Arc<dyn Authenticator>; 1] = [Arc::new(Taker(Source::Bearer, ""))];
    assert!(!format!("{:?}", find(&map, &taker, None)).contains("s3cret"));
    assert!(!EMPTY.reason().is_empty());
}
