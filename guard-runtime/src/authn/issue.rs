//! Signs tokens, for applications that issue their own.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::EncodingKey;
use serde::Serialize;
use serde_json::{Map, Value};

use super::algorithm::Family;
use super::clock::{self, Clock};
use super::crypto::Signer;
use super::jwt::{MAX_TOKEN, is_subject};
use super::key::pem::{self, Kind, Pem};
use super::key::{check_kind, check_rsa};
use super::{Algorithm, KeyError};
use crate::Id;

/// Issues JSON Web Tokens that a [`Jwt`](super::Jwt) of the same issuer and audience accepts.
///
/// ```
/// use guard_runtime::Id;
/// use guard_runtime::authn::{Algorithm, Jwt, Key, TokenIssuer};
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
        check_kind(algorithm, Family::Rsa)?;
        let der = match Pem::parse(pem.as_ref())? {
            Pem::RsaPrivate(der) => der,
            Pem::Private(der) => match pem::pkcs8(&der) {
                Some((Kind::Rsa, key)) => key.to_vec(),
                Some(_) => return Err(KeyError::WrongKind(algorithm)),
                None => return Err(KeyError::Unreadable),
            },
            _ => return Err(KeyError::PublicKey),
        };
        let (n, e) = pem::rsa_private(&der).ok_or(KeyError::Unreadable)?;
        check_rsa(n, e)?;
        Ok(Self::new(Signer::new(
            algorithm,
            EncodingKey::from_rsa_der(&der),
        )?))
    }

    /// Signs with a private key on an elliptic curve in PEM (`PRIVATE KEY`).
    ///
    /// # Errors
    ///
    /// It is not such a key, on another curve than the algorithm's, or public.
    pub fn ec_pem(algorithm: Algorithm, pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        check_kind(algorithm, Family::Ec)?;
        let (der, kind) = private(algorithm, pem.as_ref())?;
        match (algorithm, kind) {
            (Algorithm::ES256, Kind::P256) | (Algorithm::ES384, Kind::P384) => Ok(Self::new(
                Signer::new(algorithm, EncodingKey::from_ec_der(&der))?,
            )),
            (_, Kind::P256 | Kind::P384 | Kind::Other) => Err(KeyError::WrongCurve(algorithm)),
            _ => Err(KeyError::WrongKind(algorithm)),
        }
    }

    /// Signs with a private Ed25519 key in PEM (`PRIVATE KEY`), by `EdDSA`.
    ///
    /// # Errors
    ///
    /// It is not such a key, or public.
    pub fn ed_pem(pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        let (der, kind) = private(Algorithm::EdDSA, pem.as_ref())?;
        match kind {
            Kind::Ed25519 => Ok(Self::new(Signer::new(
                Algorithm::EdDSA,
                EncodingKey::from_ed_der(&der),
            )?)),
            _ => Err(KeyError::WrongKind(Algorithm::EdDSA)),
        }
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

    /// Names the key in the header (`kid`).
    #[must_use]
    pub fn kid(mut self, kid: impl Into<String>) -> Self {
        self.kid = Some(kid.into());
        self
    }

    /// The type in the header (`typ`): `JWT` unless said otherwise.
    #[must_use]
    pub fn token_type(mut self, token_type: impl Into<String>) -> Self {
        self.token_type = token_type.into();
        self
    }

    /// Who issues the tokens (`iss`). Required.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    /// Whom the tokens are for (`aud`). Required.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// How long a token is valid, in whole seconds: 15 minutes unless said otherwise.
    #[must_use]
    pub fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = lifetime;
        self
    }

    /// Another clock, for tests: seconds since 1970-01-01 UTC.
    #[doc(hidden)]
    #[must_use]
    pub fn clock(mut self, clock: fn() -> i64) -> Self {
        self.clock = clock;
        self
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

        let mut payload = Map::new();
        for (name, value) in [
            ("iss", iss),
            ("aud", aud),
            ("sub", sub.as_ref().into()),
            ("iat", issued_at.into()),
            ("exp", expires_at.into()),
            ("jti", token_id.as_str().into()),
        ] {
            payload.insert(name.into(), value);
        }
        match serde_json::to_value(claims).map_err(|_| IssueError::Claims)? {
            Value::Null => {}
            Value::Object(claims) => {
                for (name, value) in claims {
                    if name == "nbf" || payload.insert(name, value).is_some() {
                        return Err(IssueError::Reserved);
                    }
                }
            }
            _ => return Err(IssueError::Claims),
        }
        let token = self.sign(&payload)?;
        Ok(IssuedToken {
            token,
            expires_at,
            token_id,
        })
    }

    fn sign(&self, payload: &Map<String, Value>) -> Result<String, IssueError> {
        let header = Header {
            typ: &self.token_type,
            alg: self.signer.algorithm().name(),
            kid: self.kid.as_deref(),
        };
        let header = serde_json::to_vec(&header).map_err(|_| IssueError::Claims)?;
        let payload = serde_json::to_vec(payload).map_err(|_| IssueError::Claims)?;
        let mut token = URL_SAFE_NO_PAD.encode(header);
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(payload, &mut token);
        let signature = self
            .signer
            .sign(token.as_bytes())
            .ok_or(IssueError::Signature)?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        if token.len() > MAX_TOKEN {
            Err(IssueError::TooLarge)
        } else {
            Ok(token)
        }
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

#[derive(Serialize)]
struct Header<'a> {
    typ: &'a str,
    alg: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kid: Option<&'a str>,
}

/// A token that was issued.
#[derive(Clone)]
#[non_exhaustive]
pub struct IssuedToken {
    /// The token. Whoever has it is the user: show it once, and never log it.
    pub token: String,
    /// When it expires, in seconds since 1970-01-01 UTC.
    pub expires_at: i64,
    /// Its id (`jti`), by which [`Revocations`](super::Revocations) revoke it.
    pub token_id: String,
}

impl fmt::Debug for IssuedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IssuedToken")
            .field("expires_at", &self.expires_at)
            .field("token_id", &self.token_id)
            .finish_non_exhaustive()
    }
}

/// Why a token was not issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IssueError {
    /// The issuer or audience was not given.
    Missing(&'static str),
    /// The user's id is blank, too long, or holds control characters.
    Subject,
    /// A lifetime under a second, or past the year 9999.
    Lifetime,
    /// The further claims are neither an object nor `()`.
    Claims,
    /// A further claim has the name of one that is set.
    Reserved,
    /// The token would have more than 8 KiB.
    TooLarge,
    /// The back-end failed to sign.
    Signature,
}

impl fmt::Display for IssueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing(setting) => {
                return write!(f, "`{setting}` is missing or blank: say `.{setting}(…)`");
            }
            Self::Subject => "the user's id is blank, over 255 bytes, or has control characters",
            Self::Lifetime => "the lifetime is under a second, or ends after the year 9999",
            Self::Claims => "further claims are an object, or `()` for none",
            Self::Reserved => {
                "`iss`, `aud`, `sub`, `iat`, `exp`, `nbf` and `jti` are set by the issuer: leave them out"
            }
            Self::TooLarge => "the token would be larger than 8 KiB: leave claims out",
            Self::Signature => "the cryptographic back-end failed to sign",
        })
    }
}

impl std::error::Error for IssueError {}

fn private(algorithm: Algorithm, pem: &[u8]) -> Result<(Vec<u8>, Kind), KeyError> {
    match Pem::parse(pem)? {
        Pem::Private(der) => {
            let (kind, _) = pem::pkcs8(&der).ok_or(KeyError::Unreadable)?;
            Ok((der, kind))
        }
        Pem::RsaPrivate(_) => Err(KeyError::WrongKind(algorithm)),
        Pem::Public(_) | Pem::RsaPublic(_) => Err(KeyError::PublicKey),
    }
}

/// 128 bits that no other token has. The standard library's random state comes from the system,
/// and differs between processes; it is no source of secrets.
fn token_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);

    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let time = std::time::SystemTime::now();
    let halves: [u64; 2] = [0, 1].map(|half| RandomState::new().hash_one((half, count, time)));
    URL_SAFE_NO_PAD.encode(halves.map(u64::to_be_bytes).concat())
}

#[cfg(test)]
mod tests;
