//! Every way a key can be wrong.

mod jwk;
mod pem;
mod set;
mod show;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::pem::{Kind, Pem, rsa_public, spki};
use super::{KeyError, KeySet};

macro_rules! key_file {
    ($name:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../tests/keys/",
            $name,
            ".pem"
        ))
    };
}
use key_file;

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The JWK of a public key in PEM.
fn jwk(pem: &str) -> Value {
    let Ok(Pem::Public(der)) = Pem::public(pem.as_bytes()) else {
        panic!("{pem}");
    };
    let (kind, key) = spki(&der).unwrap();
    match kind {
        Kind::Rsa => {
            let (n, e) = rsa_public(key).unwrap();
            json!({"kty": "RSA", "alg": "RS256", "n": encode(n), "e": encode(e)})
        }
        Kind::Ed25519 => json!({"kty": "OKP", "crv": "Ed25519", "x": encode(key)}),
        curve => {
            let crv = match curve {
                Kind::P256 => "P-256",
                Kind::P384 => "P-384",
                _ => "P-521",
            };
            let (x, y) = key[1..].split_at(key.len() / 2);
            json!({"kty": "EC", "crv": crv, "x": encode(x), "y": encode(y)})
        }
    }
}

fn with(mut jwk: Value, more: &Value) -> Value {
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
