//! Every rule about tokens, each with a token that breaks only this one.

mod claims;
mod config;
mod front;
mod header;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Jwt, JwtBuilder};
use crate::authn::crypto::Signer;
use crate::authn::{Algorithm, AuthError, Identity, Key, KeySet};

const NOW: i64 = 1_800_000_000;
const SECRET: [u8; 64] = [7; 64];
const HEADER: &str = r#"{"alg":"HS256","kid":"k"}"#;
const CLAIMS: &str = r#"{"iss":"me","aud":"api","sub":"7","exp":1800000060}"#;

fn builder() -> JwtBuilder {
    let keys = KeySet::new([
        Key::hmac(Algorithm::HS256, SECRET).unwrap().with_kid("k"),
        Key::hmac(Algorithm::HS384, SECRET).unwrap().with_kid("l"),
        Key::hmac(Algorithm::HS384, [8; 64]).unwrap().with_kid("m"),
    ]);
    Jwt::builder()
        .issuer("me")
        .audience("api")
        .keys(keys.unwrap())
        .clock(|| NOW)
}

fn jwt() -> Jwt {
    builder().build().unwrap()
}

fn encode(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

/// Signs any two segments, whatever they are.
fn sign_segments(header: &str, payload: &str) -> String {
    let message = format!("{header}.{payload}");
    let signer = Signer::hmac(Algorithm::HS256, &SECRET).unwrap();
    format!(
        "{message}.{}",
        encode(signer.sign(message.as_bytes()).unwrap())
    )
}

fn sign(header: impl AsRef<[u8]>, claims: impl AsRef<[u8]>) -> String {
    sign_segments(&encode(header), &encode(claims))
}

/// The good claims, and more.
fn with(more: &str) -> String {
    sign(HEADER, CLAIMS.replace('}', &format!(",{more}}}")))
}

/// The good claims, one replaced.
fn claims(from: &str, to: &str) -> String {
    assert!(CLAIMS.contains(from));
    sign(HEADER, CLAIMS.replace(from, to))
}

#[track_caller]
fn refused(token: &str, why: &'static str) {
    match jwt().verify(token) {
        Err(error) => assert_eq!(error, AuthError::Invalid(why), "{token}"),
        Ok(_) => panic!("accepted: {token}"),
    }
}

fn accepted(token: &str) -> Identity {
    jwt().verify(token).unwrap()
}
