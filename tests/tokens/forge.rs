//! Makes tokens that `Jwt` accepts, and any others.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use guard_runtime::{Algorithm, Jwt, JwtBuilder, Key, KeySet};
use jsonwebtoken::EncodingKey;
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;

use crate::support::{AUDIENCE, ISSUER};

/// Stands in every claim set and in what hostile headers carry, and never in an answer or a log.
pub(crate) const CANARY: &str = "canary-7f3a91";

pub(crate) const SECRET: &[u8] =
    b"the shared secret of sixty-four bytes or more, for HS256, HS384, HS512";

#[macro_export]
macro_rules! pem {
    ($name:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/keys/",
            $name,
            ".pem"
        ))
    };
}
pub(crate) use pem;

/// Each algorithm; the name of its key is its own in lower case.
pub(crate) const ALGORITHMS: [Algorithm; 12] = [
    Algorithm::HS256,
    Algorithm::HS384,
    Algorithm::HS512,
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

pub(crate) fn now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.expect("a time after 1970").as_secs()
}

pub(crate) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(crate) fn kid(algorithm: Algorithm) -> String {
    algorithm.name().to_lowercase()
}

fn verifying(algorithm: Algorithm) -> Key {
    let key = match &algorithm.name()[..2] {
        "HS" => Key::hmac(algorithm, SECRET),
        "RS" | "PS" => Key::rsa_pem(algorithm, pem!("rsa-2048.pub")),
        _ if algorithm == Algorithm::ES256 => Key::ec_pem(algorithm, pem!("ec-p256.pub")),
        "ES" => Key::ec_pem(algorithm, pem!("ec-p384.pub")),
        _ => Key::ed_pem(pem!("ed25519.pub")),
    };
    key.expect("a test key").with_kid(kid(algorithm))
}

/// Keys of all algorithms, with the issuer and audience of the tests.
pub(crate) fn jwt() -> JwtBuilder {
    let keys = KeySet::new(ALGORITHMS.map(verifying)).expect("different names");
    Jwt::builder().issuer(ISSUER).audience(AUDIENCE).keys(keys)
}

/// The bytes in a PEM block.
fn der(pem: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(pem);
    let body: String = text.lines().filter(|it| !it.starts_with('-')).collect();
    STANDARD.decode(body).expect("a test key")
}

/// A private RSA key, without the container around it.
pub(crate) fn rsa(pem: &[u8]) -> EncodingKey {
    EncodingKey::from_rsa_der(&der(pem)[26..])
}

/// The private half of what verifies this algorithm.
pub(crate) fn signing(algorithm: Algorithm) -> EncodingKey {
    match &algorithm.name()[..2] {
        "HS" => EncodingKey::from_secret(SECRET),
        "RS" | "PS" => rsa(pem!("rsa-2048")),
        _ if algorithm == Algorithm::ES256 => EncodingKey::from_ec_der(&der(pem!("ec-p256"))),
        "ES" => EncodingKey::from_ec_der(&der(pem!("ec-p384"))),
        _ => EncodingKey::from_ed_der(&der(pem!("ed25519"))),
    }
}

pub(crate) fn signature(algorithm: Algorithm, key: &EncodingKey, message: &str) -> Vec<u8> {
    let backend = algorithm.name().parse().expect("the back-end has it, too");
    let signer = (DEFAULT_PROVIDER.signer_factory)(&backend, key).expect("a key of its kind");
    signer.try_sign(message.as_bytes()).expect("a signature")
}

pub(crate) fn header(algorithm: Algorithm) -> String {
    let kid = kid(algorithm);
    format!(r#"{{"alg":"{algorithm}","kid":"{kid}","typ":"JWT"}}"#)
}

/// The header of HS256, with this before its end.
pub(crate) fn header_and(more: &str) -> String {
    header(Algorithm::HS256).replace('}', &format!(",{more}}}"))
}

/// Good claims, one of them replaced by this JSON or left out; a name that is new is added.
pub(crate) fn claims(name: &str, value: Option<&str>) -> String {
    let now = now();
    let mut claims = vec![
        ("iss", format!("\"{ISSUER}\"")),
        ("aud", format!("\"{AUDIENCE}\"")),
        ("sub", "\"internal\"".to_owned()),
        ("exp", (now + 600).to_string()),
        ("iat", now.to_string()),
        ("note", format!("\"{CANARY}\"")),
    ];
    claims.retain(|(it, _)| *it != name);
    if let Some(value) = value {
        claims.push((name, value.to_owned()));
    }
    let claims: Vec<String> = claims
        .into_iter()
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    format!("{{{}}}", claims.join(","))
}

pub(crate) fn good_claims() -> String {
    claims("", None)
}

/// Good claims, with this before their end.
pub(crate) fn claims_and(more: &str) -> String {
    let claims = good_claims();
    format!("{},{more}}}", &claims[..claims.len() - 1])
}

/// Signs these bytes by HS256, whatever they are.
pub(crate) fn token(header: impl AsRef<[u8]>, claims: impl AsRef<[u8]>) -> String {
    token_of(&encode(header), &encode(claims))
}

/// Signs these segments by HS256, whatever they are.
pub(crate) fn token_of(header: &str, claims: &str) -> String {
    let message = format!("{header}.{claims}");
    let key = EncodingKey::from_secret(SECRET);
    let signature = signature(Algorithm::HS256, &key, &message);
    format!("{message}.{}", encode(signature))
}

/// A good header of HS256, and these claims.
pub(crate) fn with_claims(claims: &str) -> String {
    token(header(Algorithm::HS256), claims)
}

/// Header and claims of a good token, which this signs.
pub(crate) fn message(algorithm: Algorithm) -> String {
    format!("{}.{}", encode(header(algorithm)), encode(good_claims()))
}

pub(crate) fn good(algorithm: Algorithm) -> String {
    let message = message(algorithm);
    let signature = signature(algorithm, &signing(algorithm), &message);
    format!("{message}.{}", encode(signature))
}
