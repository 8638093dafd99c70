//! Both cryptographic back-ends are switched on, by whichever crate of the program.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

use std::panic;

use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, get};
use guard_runtime::{
    AccessControl, Algorithm, Answer, AuthError, Directory, Id, Identity, Jwt, Key, KeySet,
    TokenIssuer, User, groups, requires_internal,
};

macro_rules! pem {
    ($name:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../tests/keys/",
            $name,
            ".pem"
        ))
    };
}

struct Staff;

impl Directory for Staff {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let user = identity.subject.clone().map(User::new);
        Answer::Now(Ok(user.map(|it| it.in_group(groups::core_internal))))
    }
}

#[requires_internal]
#[get("/")]
async fn internal() -> &'static str {
    "internal"
}

#[actix_web::test]
async fn the_first_well_formed_token_does_not_panic() {
    let secret = [7; 64];
    let (private, public) = (pem!("rsa-2048"), pem!("rsa-2048.pub"));
    let pairs = [
        (
            "hs",
            TokenIssuer::hmac(Algorithm::HS256, secret),
            Key::hmac(Algorithm::HS256, secret),
        ),
        (
            "rs",
            TokenIssuer::rsa_pem(Algorithm::RS256, private),
            Key::rsa_pem(Algorithm::RS256, public),
        ),
        (
            "ps",
            TokenIssuer::rsa_pem(Algorithm::PS256, private),
            Key::rsa_pem(Algorithm::PS256, public),
        ),
        (
            "es",
            TokenIssuer::ec_pem(Algorithm::ES256, pem!("ec-p256")),
            Key::ec_pem(Algorithm::ES256, pem!("ec-p256.pub")),
        ),
        (
            "ed",
            TokenIssuer::ed_pem(pem!("ed25519")),
            Key::ed_pem(pem!("ed25519.pub")),
        ),
    ];
    let (mut tokens, mut keys) = (Vec::new(), Vec::new());
    for (kid, issuer, key) in pairs {
        let issuer = issuer
            .expect("a test key")
            .issuer("me")
            .audience("api")
            .kid(kid);
        tokens.push(issuer.issue(&Id::from(7), ()).expect("plain claims").token);
        keys.push(key.expect("a test key").with_kid(kid));
    }
    let keys = KeySet::new(keys).expect("different names");
    let jwt = Jwt::builder().issuer("me").audience("api").keys(keys);
    let access = AccessControl::builder(Staff).authenticator(jwt.build().expect("complete"));
    let app = App::new()
        .wrap(access.build().expect("complete"))
        .service(internal);
    let app = init_service(app).await;
    for token in tokens {
        let (message, signature) = token.rsplit_once('.').expect("segments");
        let wrong: String = signature.chars().rev().collect();
        for (token, expected) in [(token.clone(), 200), (format!("{message}.{wrong}"), 401)] {
            let request =
                TestRequest::get().insert_header(("authorization", format!("Bearer {token}")));
            let response = call_service(&app, request.to_request()).await;
            assert_eq!(response.status(), expected);
        }
    }
}

/// Why the back-end is named: `jsonwebtoken` left to itself does panic.
#[test]
fn left_to_itself_it_would() {
    let key = jsonwebtoken::EncodingKey::from_secret(&[7; 32]);
    let left_to_itself = panic::catch_unwind(|| {
        jsonwebtoken::crypto::sign(b"x", &key, jsonwebtoken::Algorithm::HS256)
    });
    assert!(left_to_itself.is_err());
}
