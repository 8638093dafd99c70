//! Signs tokens, for applications that issue their own.

mod error;
mod issued;
mod private_key;
mod settings;
mod write;

use std::fmt;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

pub use self::error::IssueError;
pub use self::issued::IssuedToken;
use self::issued::token_id;
use self::write::Header;
use super::algorithm::Family;
use super::clock::{self, Clock};
use super::crypto::Signer;
use super::jwt::is_subject;
use super::key::check_kind;
use super::{Algorithm, KeyError};
use crate::Id;

/// Issues JSON Web Tokens that a [`Jwt`](super::Jwt) of the same issuer and audience accepts.
///
/// ```
/// use guard_runtime::Id;
/// use guard_runtime::{Algorithm, Jwt, Key, TokenIssuer};
/// use std::time::Duration;
///
/// let secret = b"0123456789abcdef0123456789abcdef";
/// let issuer = TokenIssuer::hmac(Algorithm::HS256, secret)?
///     .issuer("https://app.example.com")
///     .audience("https://app.example.com")
///     .lifetime(Duration::from_secs(600));
/// let issued = issuer.issue(&Id::from(7), serde_json::json!({"scope": "admin.projects:GET"}))?;
///
/// let jwt = Jwt::builder()
///     .issuer("https://app.example.com")
///     .audience("https://app.example.com")
///     .keys(Key::hmac(Algorithm::HS256, secret)?)
///     .build()?;
/// assert_eq!(jwt.verify(&issued.token).unwrap().subject, Some(Id::from(7)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct TokenIssuer {
    signer: Signer,
    kid: Option<String>,
    token_type: String,
    issuer: Option<String>,
    audience: Option<String>,
    lifetime: Duration,
    clock: Clock,
}

impl TokenIssuer {
    /// Signs with a shared secret.
    ///
    /// # Errors
    ///
    /// As [`Key::hmac`](super::Key::hmac).
    pub fn hmac(algorithm: Algorithm, secret: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        check_kind(algorithm, Family::Hmac)?;
        Ok(Self::new(Signer::hmac(algorithm, secret.as_ref())?))
    }

    /// Signs with a private RSA key in PEM (`PRIVATE KEY` or `RSA PRIVATE KEY`).
    ///
    /// # Errors
    ///
    /// It is not such a key, has under 2048 or over 8192 bits, or is public.
    pub fn rsa_pem(algorithm: Algorithm, pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        private_key::rsa(algorithm, pem.as_ref()).map(Self::new)
    }

    /// Signs with a private key on an elliptic curve in PEM (`PRIVATE KEY`).
    ///
    /// # Errors
    ///
    /// It is not such a key, on another curve than the algorithm's, or public.
    pub fn ec_pem(algorithm: Algorithm, pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        private_key::ec(algorithm, pem.as_ref()).map(Self::new)
    }

    /// Signs with a private Ed25519 key in PEM (`PRIVATE KEY`), by `EdDSA`.
    ///
    /// # Errors
    ///
    /// It is not such a key, or public.
    pub fn ed_pem(pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        private_key::ed(pem.as_ref()).map(Self::new)
    }

    fn new(signer: Signer) -> Self {
        Self {
            signer,
            kid: None,
            token_type: "JWT".into(),
            issuer: None,
            audience: None,
            lifetime: Duration::from_secs(15 * 60),
            clock: clock::now,
        }
    }

    /// A token about this user, with further claims: an object, or `()` for none.
    ///
    /// `iss`, `aud`, `sub`, `iat`, `exp` and `jti` are set. The `jti` is unique, which is all it
    /// has to be: it is not made to be hard to guess, so do not use it as a secret.
    ///
    /// # Errors
    ///
    /// The issuer or audience was not given, a claim would replace one of those above (or `nbf`),
    /// or the token would not be accepted.
    pub fn issue(&self, subject: &Id, claims: impl Serialize) -> Result<IssuedToken, IssueError> {
        let given = |text: &Option<String>, name| match text {
            Some(text) if !text.trim().is_empty() => Ok(Value::from(text.as_str())),
            _ => Err(IssueError::Missing(name)),
        };
        let (iss, aud) = (
            given(&self.issuer, "issuer")?,
            given(&self.audience, "audience")?,
        );
        let sub = subject.as_text();
        if !is_subject(&sub) {
            return Err(IssueError::Subject);
        }
        let issued_at = (self.clock)();
        let lifetime = i64::try_from(self.lifetime.as_secs()).map_err(|_| IssueError::Lifetime)?;
        let expires_at = issued_at
            .checked_add(lifetime)
            .ok_or(IssueError::Lifetime)?;
        if lifetime == 0 || expires_at > 253_402_300_799 {
            return Err(IssueError::Lifetime);
        }
        let token_id = token_id();

        let set = [
            ("iss", iss),
            ("aud", aud),
            ("sub", sub.as_ref().into()),
            ("iat", issued_at.into()),
            ("exp", expires_at.into()),
            ("jti", token_id.as_str().into()),
        ];
        let payload = write::payload(set, claims)?;
        let header = Header {
            typ: &self.token_type,
            alg: self.signer.algorithm().name(),
            kid: self.kid.as_deref(),
        };
        let token = write::sign(&self.signer, &header, &payload)?;
        Ok(IssuedToken {
            token,
            expires_at,
            token_id,
        })
    }
}

impl fmt::Debug for TokenIssuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenIssuer")
            .field("algorithm", &self.signer.algorithm())
            .field("kid", &self.kid)
            .field("issuer", &self.issuer)
            .field("audience", &self.audience)
            .field("lifetime", &self.lifetime)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
