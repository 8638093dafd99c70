//! Reads JSON Web Key Sets (RFC 7517, RFC 7518 section 6, RFC 8037).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Key, KeyError};
use crate::authn::Algorithm;
use crate::authn::algorithm::Family;
use crate::authn::strict;

/// Where a document comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// From the application or its disk: it may hold shared secrets.
    Local,
    /// From an address anybody may fetch.
    #[cfg(feature = "jwks-url")]
    Published,
}

#[derive(Deserialize)]
struct Document {
    keys: Vec<Jwk>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    key_ops: Option<Vec<String>>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
    k: Option<String>,
    d: Option<IgnoredAny>,
    p: Option<IgnoredAny>,
    q: Option<IgnoredAny>,
    dp: Option<IgnoredAny>,
    dq: Option<IgnoredAny>,
    qi: Option<IgnoredAny>,
    oth: Option<IgnoredAny>,
}

/// The keys of a document that can be used.
///
/// # Errors
///
/// A key that looks usable is not, or none is left.
pub(super) fn parse(
    json: &[u8],
    default: Option<Algorithm>,
    origin: Origin,
) -> Result<Vec<Key>, KeyError> {
    let text = str::from_utf8(json).map_err(|_| KeyError::NotAKeySet)?;
    match strict::check(text) {
        Ok(()) => {}
        Err(strict::Flaw::Duplicate) => return Err(KeyError::DuplicateMember),
        Err(strict::Flaw::Syntax) => return Err(KeyError::NotAKeySet),
    }
    let document: Document = serde_json::from_str(text).map_err(|_| KeyError::NotAKeySet)?;

    let (mut keys, mut left_out) = (Vec::new(), KeyError::Empty);
    for (index, jwk) in (1..).zip(&document.keys) {
        match jwk.key(default, origin) {
            Ok(key) => keys.push(key),
            Err(error) if is_not_ours(&error) => {
                tracing::warn!(key = index, %error, "key left out of the set");
                if left_out == KeyError::Empty {
                    left_out = KeyError::InSet(index, Box::new(error));
                }
            }
            Err(error) => return Err(KeyError::InSet(index, Box::new(error))),
        }
    }
    if keys.is_empty() {
        Err(left_out)
    } else {
        Ok(keys)
    }
}

/// A key for somebody else's purpose is no mistake of the document.
fn is_not_ours(error: &KeyError) -> bool {
    matches!(
        error,
        KeyError::NotForSignatures
            | KeyError::NotForVerifying
            | KeyError::UnknownAlgorithm
            | KeyError::Unsupported
    )
}

impl Jwk {
    fn key(&self, default: Option<Algorithm>, origin: Origin) -> Result<Key, KeyError> {
        let private = [
            &self.d, &self.p, &self.q, &self.dp, &self.dq, &self.qi, &self.oth,
        ];
        if private.into_iter().any(Option::is_some) {
            return Err(KeyError::PrivateKey);
        }
        #[cfg(feature = "jwks-url")]
        if origin == Origin::Published && (self.kty == "oct" || self.k.is_some()) {
            return Err(KeyError::PublishedSecret);
        }
        if self.usage.as_deref().is_some_and(|it| it != "sig") {
            return Err(KeyError::NotForSignatures);
        }
        if self
            .key_ops
            .as_ref()
            .is_some_and(|it| !it.iter().any(|it| it == "verify"))
        {
            return Err(KeyError::NotForVerifying);
        }
        let named = self
            .alg
            .as_deref()
            .map(str::parse::<Algorithm>)
            .transpose()?;
        let pick = |family, suggestion| {
            let default = default.filter(|it| it.family() == family);
            named.or(default).ok_or(KeyError::NoAlgorithm(suggestion))
        };
        let key = match self.kty.as_str() {
            "RSA" => {
                let algorithm = pick(Family::Rsa, "RS256")?;
                Key::rsa(
                    algorithm,
                    &bytes("n", self.n.as_ref())?,
                    &bytes("e", self.e.as_ref())?,
                )?
            }
            "EC" => self.ec(named)?,
            "OKP" => self.okp(named)?,
            "oct" => {
                let _ = origin;
                Key::hmac(pick(Family::Hmac, "HS256")?, bytes("k", self.k.as_ref())?)?
            }
            _ => return Err(KeyError::Unsupported),
        };
        Ok(match &self.kid {
            Some(kid) => key.with_kid(kid),
            None => key,
        })
    }

    fn ec(&self, named: Option<Algorithm>) -> Result<Key, KeyError> {
        let curve = match self.crv.as_deref().ok_or(KeyError::MissingMember("crv"))? {
            "P-256" => Algorithm::ES256,
            "P-384" => Algorithm::ES384,
            _ => return Err(KeyError::Unsupported),
        };
        match named {
            Some(named) if named.family() != Family::Ec => Err(KeyError::WrongKind(named)),
            Some(named) if named != curve => Err(KeyError::WrongCurve(named)),
            _ => Key::ec(
                curve,
                &bytes("x", self.x.as_ref())?,
                &bytes("y", self.y.as_ref())?,
            ),
        }
    }

    fn okp(&self, named: Option<Algorithm>) -> Result<Key, KeyError> {
        match self.crv.as_deref().ok_or(KeyError::MissingMember("crv"))? {
            "Ed25519" => match named {
                None | Some(Algorithm::EdDSA) => Key::ed(&bytes("x", self.x.as_ref())?),
                Some(named) => Err(KeyError::WrongKind(named)),
            },
            _ => Err(KeyError::Unsupported),
        }
    }
}

fn bytes(name: &'static str, member: Option<&String>) -> Result<Vec<u8>, KeyError> {
    let text = member.ok_or(KeyError::MissingMember(name))?;
    URL_SAFE_NO_PAD
        .decode(text)
        .map_err(|_| KeyError::Base64(name))
}
