//! What is shown of keys, and said of wrong ones.

use crate::authn::{Algorithm, Key, KeyError, KeySet};

#[test]
fn no_part_of_a_key_is_shown() {
    let key = Key::hmac(Algorithm::HS256, b"very-secret-very-secret-very-secret").unwrap();
    let shown = format!("{:?}", KeySet::new([key.with_kid("k")]).unwrap());
    assert_eq!(
        shown,
        "KeySet { keys: [Key { kid: Some(\"k\"), algorithm: HS256, .. }] }"
    );
}

#[test]
fn every_error_says_something_of_its_own() {
    let all = [
        KeyError::ShortSecret(Algorithm::HS384),
        KeyError::WrongKind(Algorithm::RS256),
        KeyError::WrongCurve(Algorithm::ES256),
        KeyError::UnknownAlgorithm,
        KeyError::Unsupported,
        KeyError::WeakRsa(1024),
        KeyError::HugeRsa(9000),
        KeyError::BadRsa,
        KeyError::BadPoint,
        KeyError::Pem,
        KeyError::PrivateKey,
        KeyError::PublicKey,
        KeyError::NotPkcs8,
        KeyError::Certificate,
        KeyError::Unreadable,
        KeyError::NotForSignatures,
        KeyError::NotForVerifying,
        KeyError::NoAlgorithm("RS256"),
        KeyError::MissingMember("x"),
        KeyError::Base64("x"),
        KeyError::PublishedSecret,
        KeyError::NotAKeySet,
        KeyError::DuplicateMember,
        KeyError::DuplicateKid,
        KeyError::NoKid(Algorithm::HS256),
        KeyError::EmptyKid,
        KeyError::Empty,
        KeyError::InSet(1, Box::new(KeyError::Empty)),
        KeyError::File(std::io::ErrorKind::NotFound),
        KeyError::Url,
        KeyError::Fetch("x"),
        KeyError::TooLarge,
        KeyError::Stale,
        KeyError::Thread,
        KeyError::Backend,
    ];
    let mut texts: Vec<String> = all.iter().map(ToString::to_string).collect();
    assert!(
        texts
            .iter()
            .all(|it| !it.ends_with('.') && *it != "the key is not accepted")
    );
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), all.len());
}
