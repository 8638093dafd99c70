//! Keys in PEM, and what they verify.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use super::{jwk, key_file, refused, set, with};
use crate::authn::{Algorithm, Key, KeyError, TokenIssuer};

#[test]
fn every_kind_of_key_verifies_what_its_other_half_signed() {
    let rsa = [
        Algorithm::RS256,
        Algorithm::RS384,
        Algorithm::RS512,
        Algorithm::PS256,
        Algorithm::PS384,
        Algorithm::PS512,
    ];
    let mut pairs = vec![
        (
            TokenIssuer::ec_pem(Algorithm::ES256, key_file!("ec-p256")),
            Key::ec_pem(Algorithm::ES256, key_file!("ec-p256.pub")),
            jwk(key_file!("ec-p256.pub")),
        ),
        (
            TokenIssuer::ec_pem(Algorithm::ES384, key_file!("ec-p384")),
            Key::ec_pem(Algorithm::ES384, key_file!("ec-p384.pub")),
            jwk(key_file!("ec-p384.pub")),
        ),
        (
            TokenIssuer::ed_pem(key_file!("ed25519")),
            Key::ed_pem(key_file!("ed25519.pub")),
            jwk(key_file!("ed25519.pub")),
        ),
    ];
    for algorithm in rsa {
        let jwk = with(
            jwk(key_file!("rsa-2048.pub")),
            &json!({"alg": algorithm.name()}),
        );
        let (pkcs8, spki) = (key_file!("rsa-2048"), key_file!("rsa-2048.pub"));
        pairs.push((
            TokenIssuer::rsa_pem(algorithm, pkcs8),
            Key::rsa_pem(algorithm, spki),
            jwk,
        ));
    }
    let (private, public) = (key_file!("rsa-2048.pkcs1"), key_file!("rsa-2048.pkcs1.pub"));
    pairs.push((
        TokenIssuer::rsa_pem(Algorithm::RS256, private),
        Key::rsa_pem(Algorithm::RS256, public),
        jwk(key_file!("rsa-2048.pub")),
    ));
    for (issuer, key, jwk) in pairs {
        let (issuer, key) = (issuer.unwrap().issuer("i").audience("a"), key.unwrap());
        let token = issuer.issue(&7.into(), ()).unwrap().token;
        let (message, signature) = token.rsplit_once('.').unwrap();
        let (message, mut signature) = (
            message.as_bytes(),
            URL_SAFE_NO_PAD.decode(signature).unwrap(),
        );
        let set = set(std::slice::from_ref(&jwk)).unwrap();
        let same = set.only(key.algorithm()).unwrap();
        assert!(key.verify(message, &signature), "{key:?}");
        assert!(same.verify(message, &signature), "{jwk}");
        assert!(!key.verify(b"other", &signature), "{key:?}");
        *signature.last_mut().unwrap() ^= 1;
        assert!(!key.verify(message, &signature), "{key:?}");
        assert!(!key.verify(message, &vec![0; signature.len()]), "{key:?}");
        assert!(!key.verify(message, &Vec::new()), "{key:?}");
    }
}

#[test]
fn a_pem_of_another_kind_is_refused() {
    use Algorithm::{ES256, ES384, EdDSA, HS256, RS256};

    for (result, expected) in [
        (
            Key::rsa_pem(RS256, key_file!("rsa-1024.pub")),
            KeyError::WeakRsa(1024),
        ),
        (
            Key::rsa_pem(RS256, key_file!("ec-p256.pub")),
            KeyError::WrongKind(RS256),
        ),
        (
            Key::rsa_pem(ES256, key_file!("rsa-2048.pub")),
            KeyError::WrongKind(ES256),
        ),
        (
            Key::rsa_pem(HS256, key_file!("rsa-2048.pub")),
            KeyError::WrongKind(HS256),
        ),
        (
            Key::rsa_pem(RS256, key_file!("rsa-2048.cert")),
            KeyError::Certificate,
        ),
        (
            Key::ec_pem(ES256, key_file!("ec-p384.pub")),
            KeyError::WrongCurve(ES256),
        ),
        (
            Key::ec_pem(ES384, key_file!("ec-p256.pub")),
            KeyError::WrongCurve(ES384),
        ),
        (
            Key::ec_pem(ES384, key_file!("ec-p521.pub")),
            KeyError::WrongCurve(ES384),
        ),
        (
            Key::ec_pem(ES256, key_file!("ec-secp256k1.pub")),
            KeyError::WrongCurve(ES256),
        ),
        (
            Key::ec_pem(ES256, key_file!("rsa-2048.pub")),
            KeyError::WrongKind(ES256),
        ),
        (
            Key::ec_pem(RS256, key_file!("ec-p256.pub")),
            KeyError::WrongKind(RS256),
        ),
        (
            Key::ed_pem(key_file!("ed448.pub")),
            KeyError::WrongKind(EdDSA),
        ),
        (
            Key::ed_pem(key_file!("ec-p256.pub")),
            KeyError::WrongKind(EdDSA),
        ),
        // The confusion of RS256 and HS256: the public key as a secret.
        (
            Key::hmac(RS256, key_file!("rsa-2048.pub")),
            KeyError::WrongKind(RS256),
        ),
        (Key::hmac(HS256, "short"), KeyError::ShortSecret(HS256)),
    ] {
        assert_eq!(result.err(), Some(expected));
    }
}

#[test]
fn a_private_key_verifies_nothing() {
    for result in [
        Key::rsa_pem(Algorithm::RS256, key_file!("rsa-2048")),
        Key::rsa_pem(Algorithm::RS256, key_file!("rsa-2048.pkcs1")),
        Key::ec_pem(Algorithm::ES256, key_file!("ec-p256")),
        Key::ed_pem(key_file!("ed25519")),
    ] {
        assert_eq!(result.err(), Some(KeyError::PrivateKey));
    }
    for member in ["d", "p", "q", "dp", "dq", "qi", "oth"] {
        let jwk = with(jwk(key_file!("rsa-2048.pub")), &json!({member: "AQ"}));
        assert_eq!(refused(jwk), KeyError::PrivateKey, "{member}");
    }
}
