//! Keys that verify tokens, checked before they are used.

mod der;
mod error;
mod jwk;
pub(super) mod pem;
mod point;
mod rsa;
mod set;

use std::fmt;

use jsonwebtoken::DecodingKey;

pub use self::error::KeyError;
use self::pem::{Kind, Pem};
use self::point::{Curve, P256, P384};
pub(super) use self::rsa::check_rsa;
pub use self::set::KeySet;
use super::Algorithm;
use super::algorithm::Family;
use super::crypto::Verifier;

/// A key that verifies tokens of one algorithm.
///
/// ```
/// use guard_runtime::{Algorithm, Key};
///
/// let key = Key::hmac(Algorithm::HS256, b"0123456789abcdef0123456789abcdef")?.with_kid("2026-01");
/// assert_eq!(key.kid(), Some("2026-01"));
/// assert!(Key::hmac(Algorithm::HS256, b"secret").is_err());
/// # Ok::<(), guard_runtime::KeyError>(())
/// ```
#[derive(Clone)]
pub struct Key {
    kid: Option<String>,
    algorithm: Algorithm,
    verifier: Verifier,
}

impl Key {
    /// A shared secret, for HS256, HS384 or HS512.
    ///
    /// # Errors
    ///
    /// The secret is shorter than the hash (32, 48, 64 bytes), or the algorithm is another one.
    pub fn hmac(algorithm: Algorithm, secret: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        check_kind(algorithm, Family::Hmac)?;
        let verifier = Verifier::hmac(algorithm, secret.as_ref())?;
        Ok(Self {
            kid: None,
            algorithm,
            verifier,
        })
    }

    /// A public RSA key in PEM (`PUBLIC KEY` or `RSA PUBLIC KEY`), for RS* or PS*.
    ///
    /// # Errors
    ///
    /// It is not such a key, has under 2048 or over 8192 bits, is broken, or is private.
    pub fn rsa_pem(algorithm: Algorithm, pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        let der = match Pem::public(pem.as_ref())? {
            Pem::RsaPublic(der) => der,
            Pem::Public(der) => match pem::spki(&der) {
                Some((Kind::Rsa, key)) => key.to_vec(),
                Some(_) => return Err(KeyError::WrongKind(algorithm)),
                None => return Err(KeyError::Unreadable),
            },
            _ => return Err(KeyError::Pem),
        };
        let (n, e) = pem::rsa_public(&der).ok_or(KeyError::Unreadable)?;
        Self::rsa(algorithm, n, e)
    }

    /// A public key on an elliptic curve in PEM, for ES256 (P-256) or ES384 (P-384).
    ///
    /// # Errors
    ///
    /// It is not such a key, on another curve, not a point of it, or private.
    pub fn ec_pem(algorithm: Algorithm, pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        check_kind(algorithm, Family::Ec)?;
        let der = public_info(algorithm, pem.as_ref())?;
        let point = match (algorithm, pem::spki(&der).ok_or(KeyError::Unreadable)?) {
            (Algorithm::ES256, (Kind::P256, point)) | (Algorithm::ES384, (Kind::P384, point)) => {
                point
            }
            (_, (Kind::P256 | Kind::P384 | Kind::Other, _)) => {
                return Err(KeyError::WrongCurve(algorithm));
            }
            _ => return Err(KeyError::WrongKind(algorithm)),
        };
        match point {
            [4, point @ ..] => {
                let (x, y) = point
                    .split_at_checked(point.len() / 2)
                    .ok_or(KeyError::BadPoint)?;
                Self::ec(algorithm, x, y)
            }
            _ => Err(KeyError::BadPoint),
        }
    }

    /// A public Ed25519 key in PEM, for `EdDSA`.
    ///
    /// # Errors
    ///
    /// It is not such a key, or private.
    pub fn ed_pem(pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        let der = public_info(Algorithm::EdDSA, pem.as_ref())?;
        match pem::spki(&der).ok_or(KeyError::Unreadable)? {
            (Kind::Ed25519, key) => Self::ed(key),
            _ => Err(KeyError::WrongKind(Algorithm::EdDSA)),
        }
    }

    /// Names the key: it then verifies the tokens that name it (`kid`).
    #[must_use]
    pub fn with_kid(mut self, kid: impl Into<String>) -> Self {
        self.kid = Some(kid.into());
        self
    }

    /// The key's name.
    #[must_use]
    pub fn kid(&self) -> Option<&str> {
        self.kid.as_deref()
    }

    /// The one algorithm the key is for.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    pub(super) fn verify(&self, message: &[u8], signature: &Vec<u8>) -> bool {
        self.verifier.verify(message, signature)
    }

    fn rsa(algorithm: Algorithm, n: &[u8], e: &[u8]) -> Result<Self, KeyError> {
        check_kind(algorithm, Family::Rsa)?;
        check_rsa(n, e)?;
        Self::public(algorithm, DecodingKey::from_rsa_raw_components(n, e))
    }

    fn ec(algorithm: Algorithm, x: &[u8], y: &[u8]) -> Result<Self, KeyError> {
        let curve: &Curve = match algorithm {
            Algorithm::ES256 => &P256,
            Algorithm::ES384 => &P384,
            _ => return Err(KeyError::WrongKind(algorithm)),
        };
        if !curve.holds(x, y) {
            return Err(KeyError::BadPoint);
        }
        Self::public(algorithm, DecodingKey::from_ec_der(&[&[4], x, y].concat()))
    }

    fn ed(key: &[u8]) -> Result<Self, KeyError> {
        if key.len() != 32 {
            return Err(KeyError::BadPoint);
        }
        Self::public(Algorithm::EdDSA, DecodingKey::from_ed_der(key))
    }

    fn public(algorithm: Algorithm, key: DecodingKey) -> Result<Self, KeyError> {
        let verifier = Verifier::new(algorithm, key)?;
        Ok(Self {
            kid: None,
            algorithm,
            verifier,
        })
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key")
            .field("kid", &self.kid)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

pub(super) fn check_kind(algorithm: Algorithm, family: Family) -> Result<(), KeyError> {
    if algorithm.family() == family {
        Ok(())
    } else {
        Err(KeyError::WrongKind(algorithm))
    }
}

fn public_info(algorithm: Algorithm, pem: &[u8]) -> Result<Vec<u8>, KeyError> {
    match Pem::public(pem)? {
        Pem::Public(der) => Ok(der),
        _ => Err(KeyError::WrongKind(algorithm)),
    }
}

#[cfg(test)]
mod tests;
