//! Keys of a set, and sets as documents.

use serde_json::json;

use super::{jwk, key_file, refused, set, with};
use crate::authn::{Algorithm, Key, KeyError, KeySet};

#[test]
fn keys_for_other_purposes_are_left_out() {
    let good = with(jwk(key_file!("ed25519.pub")), &json!({"kid": "good"}));
    let rsa = jwk(key_file!("rsa-2048.pub"));
    let others = [
        (
            with(rsa.clone(), &json!({"use": "enc"})),
            KeyError::NotForSignatures,
        ),
        (
            with(rsa.clone(), &json!({"use": ""})),
            KeyError::NotForSignatures,
        ),
        (
            with(rsa.clone(), &json!({"key_ops": ["sign"]})),
            KeyError::NotForVerifying,
        ),
        (
            with(rsa.clone(), &json!({"key_ops": []})),
            KeyError::NotForVerifying,
        ),
        (
            with(rsa.clone(), &json!({"alg": "RSA-OAEP"})),
            KeyError::UnknownAlgorithm,
        ),
        (json!({"kty": "quantum"}), KeyError::Unsupported),
        (
            with(good.clone(), &json!({"crv": "X25519"})),
            KeyError::Unsupported,
        ),
        (jwk(key_file!("ec-p521.pub")), KeyError::Unsupported),
    ];
    for (other, expected) in others {
        assert_eq!(
            set(&[other.clone(), good.clone()]).unwrap().len(),
            1,
            "{other}"
        );
        assert_eq!(refused(other), expected);
    }
    assert_eq!(
        set(&[
            with(rsa, &json!({"use": "sig", "key_ops": ["verify"]})),
            good
        ])
        .unwrap()
        .len(),
        2
    );
}

#[test]
fn a_weak_key_spoils_the_whole_document() {
    let good = with(jwk(key_file!("ed25519.pub")), &json!({"kid": "good"}));
    let weak = jwk(key_file!("rsa-1024.pub"));
    let error = KeyError::InSet(2, Box::new(KeyError::WeakRsa(1024)));
    assert_eq!(set(&[good, weak]).err(), Some(error));
}

#[test]
fn a_document_is_one_object_without_repeats() {
    for (json, expected) in [
        ("", KeyError::NotAKeySet),
        ("[]", KeyError::NotAKeySet),
        ("{}", KeyError::NotAKeySet),
        (r#"{"keys":{}}"#, KeyError::NotAKeySet),
        (r#"{"keys":[1]}"#, KeyError::NotAKeySet),
        (r#"{"keys":[{}]}"#, KeyError::NotAKeySet),
        (r#"{"keys":[]} x"#, KeyError::NotAKeySet),
        (r#"{"keys":[]}"#, KeyError::Empty),
        (r#"{"keys":[],"keys":[]}"#, KeyError::DuplicateMember),
        (
            r#"{"keys":[{"kty":"a","\u006bty":"b"}]}"#,
            KeyError::DuplicateMember,
        ),
        (
            r#"{"keys":[],"x":{"y":1,"y":1}}"#,
            KeyError::DuplicateMember,
        ),
    ] {
        assert_eq!(KeySet::from_jwks(json).err(), Some(expected), "{json}");
    }
    assert_eq!(KeySet::from_jwks(b"\xff").err(), Some(KeyError::NotAKeySet));
}

#[test]
fn names_tell_the_keys_of_a_set_apart() {
    let key = |algorithm| Key::hmac(algorithm, [7; 64]).unwrap();
    let hs256 = || key(Algorithm::HS256);
    for (keys, expected) in [
        (vec![], KeyError::Empty),
        (
            vec![
                hs256().with_kid("a"),
                hs256().with_kid("b"),
                hs256().with_kid("a"),
            ],
            KeyError::DuplicateKid,
        ),
        (vec![hs256().with_kid("")], KeyError::EmptyKid),
        (
            vec![hs256(), key(Algorithm::HS384), hs256()],
            KeyError::NoKid(Algorithm::HS256),
        ),
    ] {
        assert_eq!(KeySet::new(keys).err(), Some(expected));
    }
    let set = KeySet::new([
        hs256().with_kid("b"),
        key(Algorithm::HS384),
        hs256().with_kid("a"),
    ]);
    let set = set.unwrap();
    assert_eq!(set.named("a").and_then(Key::kid), Some("a"));
    assert_eq!(set.named("b").and_then(Key::kid), Some("b"));
    assert!(set.named("").is_none() && set.named("c").is_none());
    assert!(set.only(Algorithm::HS256).is_none());
    assert!(set.only(Algorithm::HS384).is_some());

    let twice = with(jwk(key_file!("ed25519.pub")), &json!({"kid": "a"}));
    assert_eq!(
        KeySet::from_jwks(json!({"keys": [twice, twice]}).to_string()).err(),
        Some(KeyError::DuplicateKid)
    );
}

#[cfg(feature = "jwks-url")]
#[test]
fn a_published_set_holds_no_secret() {
    let good = jwk(key_file!("ed25519.pub"));
    let oct = json!({"kty": "oct", "alg": "HS256", "k": super::encode(&[7; 32])});
    let document = json!({"keys": [good, oct]}).to_string();
    let error = KeyError::InSet(2, Box::new(KeyError::PublishedSecret));
    assert_eq!(
        KeySet::from_published(document.as_bytes(), None).err(),
        Some(error)
    );
    assert_eq!(KeySet::from_jwks(document).unwrap().len(), 2);
}
