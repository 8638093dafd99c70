//! What is issued is accepted, and what would not be is not issued.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::json;

use super::{IssueError, TokenIssuer, token_id};
use crate::Id;
use crate::authn::{Algorithm, Jwt, Key, KeyError};

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

const NOW: i64 = 1_800_000_000;

fn issuer() -> TokenIssuer {
    let it = TokenIssuer::hmac(Algorithm::HS256, [7; 32]).unwrap();
    it.issuer("me").audience("api").kid("k").clock(|| NOW)
}

#[test]
fn what_is_issued_is_accepted() {
    let key = Key::hmac(Algorithm::HS256, [7; 32]).unwrap().with_kid("k");
    let jwt = Jwt::builder()
        .issuer("me")
        .audience("api")
        .keys(key)
        .clock(|| NOW);
    let jwt = jwt
        .token_type("at+jwt")
        .max_age(Duration::from_secs(60))
        .build()
        .unwrap();
    let issuer = issuer()
        .token_type("at+jwt")
        .lifetime(Duration::from_secs(30));
    for user in [Id::from(7), Id::from("b9e1"), Id::from("é\"\\")] {
        let made = issuer
            .issue(&user, json!({"scope": "a b", "name": "N"}))
            .unwrap();
        let identity = jwt.verify(&made.token).unwrap();
        assert_eq!(identity.subject, Some(user));
        assert_eq!(identity.scopes, ["a", "b"]);
        assert_eq!(identity.issued_at, Some(NOW));
        assert_eq!(identity.expires_at, Some(made.expires_at));
        assert_eq!(identity.token_id, Some(made.token_id));
        assert_eq!(made.expires_at, NOW + 30);
    }
    assert!(
        jwt.verify(&issuer.issue(&Id::from(7), ()).unwrap().token)
            .is_ok()
    );
}

#[test]
fn what_is_set_cannot_be_replaced() {
    for name in ["iss", "aud", "sub", "iat", "exp", "nbf", "jti"] {
        let result = issuer().issue(&Id::from(7), json!({name: 1}));
        assert_eq!(result.err(), Some(IssueError::Reserved), "{name}");
    }
    for claims in [json!([1]), json!(1), json!("a")] {
        assert_eq!(
            issuer().issue(&Id::from(7), claims).err(),
            Some(IssueError::Claims)
        );
    }
}

#[test]
fn what_would_not_be_accepted_is_not_issued() {
    let user = Id::from(7);
    let bare = || TokenIssuer::hmac(Algorithm::HS256, [7; 32]).unwrap();
    for (issuer, user, expected) in [
        (bare().audience("a"), &user, IssueError::Missing("issuer")),
        (bare().issuer("i"), &user, IssueError::Missing("audience")),
        (issuer().issuer(" "), &user, IssueError::Missing("issuer")),
        (issuer(), &Id::from(""), IssueError::Subject),
        (issuer(), &Id::from("a\n"), IssueError::Subject),
        (issuer(), &Id::from(&*"x".repeat(256)), IssueError::Subject),
        (
            issuer().lifetime(Duration::from_millis(999)),
            &user,
            IssueError::Lifetime,
        ),
        (
            issuer().lifetime(Duration::MAX),
            &user,
            IssueError::Lifetime,
        ),
        (issuer().clock(|| i64::MAX), &user, IssueError::Lifetime),
    ] {
        assert_eq!(issuer.issue(user, ()).err(), Some(expected));
    }
    let large = json!({"x": "x".repeat(8000)});
    assert_eq!(
        issuer().issue(&user, large).err(),
        Some(IssueError::TooLarge)
    );
}

#[test]
fn a_key_that_is_weak_public_or_of_another_kind_signs_nothing() {
    use Algorithm::{ES256, ES384, EdDSA, HS256, RS256};

    for (result, expected) in [
        (
            TokenIssuer::hmac(HS256, [7; 31]),
            KeyError::ShortSecret(HS256),
        ),
        (
            TokenIssuer::hmac(RS256, [7; 64]),
            KeyError::WrongKind(RS256),
        ),
        (
            TokenIssuer::rsa_pem(RS256, pem!("rsa-1024")),
            KeyError::WeakRsa(1024),
        ),
        (
            TokenIssuer::rsa_pem(RS256, pem!("rsa-2048.pub")),
            KeyError::PublicKey,
        ),
        (
            TokenIssuer::rsa_pem(RS256, pem!("ec-p256")),
            KeyError::WrongKind(RS256),
        ),
        (
            TokenIssuer::rsa_pem(HS256, pem!("rsa-2048")),
            KeyError::WrongKind(HS256),
        ),
        (
            TokenIssuer::ec_pem(ES256, pem!("ec-p384")),
            KeyError::WrongCurve(ES256),
        ),
        (
            TokenIssuer::ec_pem(ES384, pem!("ec-p521")),
            KeyError::WrongCurve(ES384),
        ),
        (
            TokenIssuer::ec_pem(ES256, pem!("ec-secp256k1")),
            KeyError::WrongCurve(ES256),
        ),
        (
            TokenIssuer::ec_pem(ES256, pem!("ec-p256.pub")),
            KeyError::PublicKey,
        ),
        (
            TokenIssuer::ec_pem(ES256, pem!("ed25519")),
            KeyError::WrongKind(ES256),
        ),
        (
            TokenIssuer::ed_pem(pem!("ed448")),
            KeyError::WrongKind(EdDSA),
        ),
        (
            TokenIssuer::ed_pem(pem!("ed25519.pub")),
            KeyError::PublicKey,
        ),
    ] {
        assert_eq!(result.err(), Some(expected));
    }
}

#[test]
fn ids_are_unique() {
    let mut seen = HashSet::new();
    for _ in 0..10_000 {
        let id = token_id();
        assert_eq!(id.len(), 22);
        assert!(seen.insert(id));
    }
}

#[test]
fn nothing_of_a_token_or_a_key_is_shown() {
    let issued = issuer().issue(&Id::from(7), ()).unwrap();
    let shown = format!("{issued:?} {:?}", issuer());
    assert!(!shown.contains("eyJ") && !shown.contains("7, 7"), "{shown}");
}
