//! Every way a key can be wrong.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::pem::{self, Pem};
use super::{Key, KeyError, KeySet};
use crate::authn::{Algorithm, TokenIssuer};

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

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The JWK of a public key in PEM.
fn jwk(pem: &str) -> Value {
    let Ok(Pem::Public(der)) = Pem::public(pem.as_bytes()) else {
        panic!("{pem}");
    };
    let (kind, key) = pem::spki(&der).unwrap();
    match kind {
        pem::Kind::Rsa => {
            let (n, e) = pem::rsa_public(key).unwrap();
            json!({"kty": "RSA", "alg": "RS256", "n": encode(n), "e": encode(e)})
        }
        pem::Kind::Ed25519 => json!({"kty": "OKP", "crv": "Ed25519", "x": encode(key)}),
        curve => {
            let crv = match curve {
                pem::Kind::P256 => "P-256",
                pem::Kind::P384 => "P-384",
                _ => "P-521",
            };
            let (x, y) = key[1..].split_at(key.len() / 2);
            json!({"kty": "EC", "crv": crv, "x": encode(x), "y": encode(y)})
        }
    }
}

fn with(mut jwk: Value, more: Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        jwk[name] = value.clone();
    }
    jwk
}

fn without(mut jwk: Value, name: &str) -> Value {
    jwk.as_object_mut().unwrap().remove(name);
    jwk
}

fn set(keys: &[Value]) -> Result<KeySet, KeyError> {
    KeySet::from_jwks(json!({ "keys": keys }).to_string())
}

/// What is wrong with the only key of a set.
fn refused(jwk: Value) -> KeyError {
    match set(&[jwk]) {
        Err(KeyError::InSet(1, error)) => *error,
        other => panic!("{other:?}"),
    }
}

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
            TokenIssuer::ec_pem(Algorithm::ES256, pem!("ec-p256")),
            Key::ec_pem(Algorithm::ES256, pem!("ec-p256.pub")),
            jwk(pem!("ec-p256.pub")),
        ),
        (
            TokenIssuer::ec_pem(Algorithm::ES384, pem!("ec-p384")),
            Key::ec_pem(Algorithm::ES384, pem!("ec-p384.pub")),
            jwk(pem!("ec-p384.pub")),
        ),
        (
            TokenIssuer::ed_pem(pem!("ed25519")),
            Key::ed_pem(pem!("ed25519.pub")),
            jwk(pem!("ed25519.pub")),
        ),
    ];
    for algorithm in rsa {
        let jwk = with(jwk(pem!("rsa-2048.pub")), json!({"alg": algorithm.name()}));
        let (pkcs8, spki) = (pem!("rsa-2048"), pem!("rsa-2048.pub"));
        pairs.push((
            TokenIssuer::rsa_pem(algorithm, pkcs8),
            Key::rsa_pem(algorithm, spki),
            jwk,
        ));
    }
    let (private, public) = (pem!("rsa-2048.pkcs1"), pem!("rsa-2048.pkcs1.pub"));
    pairs.push((
        TokenIssuer::rsa_pem(Algorithm::RS256, private),
        Key::rsa_pem(Algorithm::RS256, public),
        jwk(pem!("rsa-2048.pub")),
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
            Key::rsa_pem(RS256, pem!("rsa-1024.pub")),
            KeyError::WeakRsa(1024),
        ),
        (
            Key::rsa_pem(RS256, pem!("ec-p256.pub")),
            KeyError::WrongKind(RS256),
        ),
        (
            Key::rsa_pem(ES256, pem!("rsa-2048.pub")),
            KeyError::WrongKind(ES256),
        ),
        (
            Key::rsa_pem(HS256, pem!("rsa-2048.pub")),
            KeyError::WrongKind(HS256),
        ),
        (
            Key::rsa_pem(RS256, pem!("rsa-2048.cert")),
            KeyError::Certificate,
        ),
        (
            Key::ec_pem(ES256, pem!("ec-p384.pub")),
            KeyError::WrongCurve(ES256),
        ),
        (
            Key::ec_pem(ES384, pem!("ec-p256.pub")),
            KeyError::WrongCurve(ES384),
        ),
        (
            Key::ec_pem(ES384, pem!("ec-p521.pub")),
            KeyError::WrongCurve(ES384),
        ),
        (
            Key::ec_pem(ES256, pem!("ec-secp256k1.pub")),
            KeyError::WrongCurve(ES256),
        ),
        (
            Key::ec_pem(ES256, pem!("rsa-2048.pub")),
            KeyError::WrongKind(ES256),
        ),
        (
            Key::ec_pem(RS256, pem!("ec-p256.pub")),
            KeyError::WrongKind(RS256),
        ),
        (Key::ed_pem(pem!("ed448.pub")), KeyError::WrongKind(EdDSA)),
        (Key::ed_pem(pem!("ec-p256.pub")), KeyError::WrongKind(EdDSA)),
        // The confusion of RS256 and HS256: the public key as a secret.
        (
            Key::hmac(RS256, pem!("rsa-2048.pub")),
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
        Key::rsa_pem(Algorithm::RS256, pem!("rsa-2048")),
        Key::rsa_pem(Algorithm::RS256, pem!("rsa-2048.pkcs1")),
        Key::ec_pem(Algorithm::ES256, pem!("ec-p256")),
        Key::ed_pem(pem!("ed25519")),
    ] {
        assert_eq!(result.err(), Some(KeyError::PrivateKey));
    }
    for member in ["d", "p", "q", "dp", "dq", "qi", "oth"] {
        let jwk = with(jwk(pem!("rsa-2048.pub")), json!({member: "AQ"}));
        assert_eq!(refused(jwk), KeyError::PrivateKey, "{member}");
    }
}

#[test]
fn an_rsa_key_is_large_and_odd() {
    let rsa = || jwk(pem!("rsa-2048.pub"));
    let modulus = |bits: usize, last: u8| {
        let mut n = vec![0xff; bits / 8];
        *n.last_mut().unwrap() = last;
        with(rsa(), json!({"n": encode(&n)}))
    };
    assert_eq!(refused(modulus(2040, 1)), KeyError::WeakRsa(2040));
    assert_eq!(refused(modulus(8200, 1)), KeyError::HugeRsa(8200));
    assert_eq!(refused(modulus(2048, 2)), KeyError::BadRsa);
    for e in [
        &[1][..],
        &[0],
        &[],
        &[2],
        &[1, 0, 0],
        &[0xff; 9],
        &[3, 0, 0, 0, 1],
    ] {
        assert_eq!(
            refused(with(rsa(), json!({"e": encode(e)}))),
            KeyError::BadRsa,
            "{e:?}"
        );
    }
    // Leading zeros do not make it larger.
    let mut padded = vec![0; 200];
    padded.extend([0xff; 100]);
    let weak = with(rsa(), json!({"n": encode(&padded)}));
    assert_eq!(refused(weak), KeyError::WeakRsa(800));
    assert_eq!(refused(jwk(pem!("rsa-1024.pub"))), KeyError::WeakRsa(1024));
}

#[test]
fn a_point_lies_on_its_curve() {
    for ec in [jwk(pem!("ec-p256.pub")), jwk(pem!("ec-p384.pub"))] {
        let x = ec["x"].as_str().unwrap();
        let mut bytes = URL_SAFE_NO_PAD.decode(x).unwrap();
        for point in [
            with(ec.clone(), json!({"y": x})),
            with(ec.clone(), json!({"x": encode(&bytes[1..])})),
            with(
                ec.clone(),
                json!({"x": encode(&[&[0], &bytes[..]].concat())}),
            ),
            with(ec.clone(), json!({"x": "AA", "y": "AA"})),
            {
                bytes.push(0);
                with(ec.clone(), json!({"x": "", "y": encode(&bytes)}))
            },
        ] {
            assert_eq!(refused(point), KeyError::BadPoint);
        }
        assert_eq!(
            refused(without(ec.clone(), "y")),
            KeyError::MissingMember("y")
        );
        assert_eq!(
            refused(without(ec.clone(), "crv")),
            KeyError::MissingMember("crv")
        );
        assert_eq!(
            refused(with(ec, json!({"y": "A=B"}))),
            KeyError::Base64("y")
        );
    }
    let ed = jwk(pem!("ed25519.pub"));
    assert_eq!(refused(with(ed, json!({"x": "AAAA"}))), KeyError::BadPoint);
}

#[test]
fn algorithm_type_and_curve_go_together() {
    let (rsa, ec, ed) = (
        jwk(pem!("rsa-2048.pub")),
        jwk(pem!("ec-p256.pub")),
        jwk(pem!("ed25519.pub")),
    );
    let oct = json!({"kty": "oct", "alg": "HS256", "k": encode(&[7; 32])});
    for (jwk, alg, expected) in [
        (&rsa, "HS256", KeyError::WrongKind(Algorithm::HS256)),
        (&rsa, "ES256", KeyError::WrongKind(Algorithm::ES256)),
        (&oct, "RS256", KeyError::WrongKind(Algorithm::RS256)),
        (&oct, "HS512", KeyError::ShortSecret(Algorithm::HS512)),
        (&ec, "RS256", KeyError::WrongKind(Algorithm::RS256)),
        (&ec, "ES384", KeyError::WrongCurve(Algorithm::ES384)),
        (&ed, "ES256", KeyError::WrongKind(Algorithm::ES256)),
        (&ec, "ECDH-ES", KeyError::UnknownAlgorithm),
        (&rsa, "none", KeyError::UnknownAlgorithm),
    ] {
        assert_eq!(
            refused(with(jwk.clone(), json!({"alg": alg}))),
            expected,
            "{jwk} {alg}"
        );
    }
    assert_eq!(
        refused(without(rsa.clone(), "alg")),
        KeyError::NoAlgorithm("RS256")
    );
    assert_eq!(
        refused(without(oct.clone(), "alg")),
        KeyError::NoAlgorithm("HS256")
    );
    assert_eq!(refused(without(oct, "k")), KeyError::MissingMember("k"));

    let nameless = json!({"keys": [without(rsa, "alg")]}).to_string();
    let with_default = |default| KeySet::from_jwks_with_default(&nameless, default);
    assert!(
        with_default(Algorithm::PS256)
            .unwrap()
            .only(Algorithm::PS256)
            .is_some()
    );
    assert!(with_default(Algorithm::HS256).is_err());
}

#[test]
fn keys_for_other_purposes_are_left_out() {
    let good = with(jwk(pem!("ed25519.pub")), json!({"kid": "good"}));
    let rsa = jwk(pem!("rsa-2048.pub"));
    let others = [
        (
            with(rsa.clone(), json!({"use": "enc"})),
            KeyError::NotForSignatures,
        ),
        (
            with(rsa.clone(), json!({"use": ""})),
            KeyError::NotForSignatures,
        ),
        (
            with(rsa.clone(), json!({"key_ops": ["sign"]})),
            KeyError::NotForVerifying,
        ),
        (
            with(rsa.clone(), json!({"key_ops": []})),
            KeyError::NotForVerifying,
        ),
        (
            with(rsa.clone(), json!({"alg": "RSA-OAEP"})),
            KeyError::UnknownAlgorithm,
        ),
        (json!({"kty": "quantum"}), KeyError::Unsupported),
        (
            with(good.clone(), json!({"crv": "X25519"})),
            KeyError::Unsupported,
        ),
        (jwk(pem!("ec-p521.pub")), KeyError::Unsupported),
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
            with(rsa, json!({"use": "sig", "key_ops": ["verify"]})),
            good
        ])
        .unwrap()
        .len(),
        2
    );
}

#[test]
fn a_weak_key_spoils_the_whole_document() {
    let good = with(jwk(pem!("ed25519.pub")), json!({"kid": "good"}));
    let weak = jwk(pem!("rsa-1024.pub"));
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

    let twice = with(jwk(pem!("ed25519.pub")), json!({"kid": "a"}));
    assert_eq!(
        KeySet::from_jwks(json!({"keys": [twice, twice]}).to_string()).err(),
        Some(KeyError::DuplicateKid)
    );
}

#[cfg(feature = "jwks-url")]
#[test]
fn a_published_set_holds_no_secret() {
    let good = jwk(pem!("ed25519.pub"));
    let oct = json!({"kty": "oct", "alg": "HS256", "k": encode(&[7; 32])});
    let document = json!({"keys": [good, oct]}).to_string();
    let error = KeyError::InSet(2, Box::new(KeyError::PublishedSecret));
    assert_eq!(
        KeySet::from_published(document.as_bytes(), None).err(),
        Some(error)
    );
    assert_eq!(KeySet::from_jwks(document).unwrap().len(), 2);
}

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
