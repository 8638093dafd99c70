//! Several keys, told apart by their `kid`.

use super::jwk::{self, Origin};
use super::{Key, KeyError};
use crate::authn::Algorithm;

/// The keys that verify tokens at one time.
///
/// ```
/// use guard_runtime::{Algorithm, Key, KeySet};
///
/// let old = Key::hmac(Algorithm::HS256, [1; 32])?.with_kid("2025");
/// let new = Key::hmac(Algorithm::HS256, [2; 32])?.with_kid("2026");
/// assert_eq!(KeySet::new([old, new])?.len(), 2);
/// # Ok::<(), guard_runtime::KeyError>(())
/// ```
#[derive(Clone, Debug)]
pub struct KeySet {
    // In the order of their names.
    keys: Vec<Key>,
}

impl KeySet {
    /// A set of these keys.
    ///
    /// # Errors
    ///
    /// The set is empty, two keys have the same `kid`, or a key could never be picked.
    pub fn new(keys: impl IntoIterator<Item = Key>) -> Result<Self, KeyError> {
        let mut keys: Vec<Key> = keys.into_iter().collect();
        if keys.is_empty() {
            return Err(KeyError::Empty);
        }
        keys.sort_by(|a, b| a.kid.cmp(&b.kid));
        if keys.iter().any(|key| key.kid.as_deref() == Some("")) {
            return Err(KeyError::EmptyKid);
        }
        let mut pairs = keys.iter().zip(keys.iter().skip(1));
        if pairs.any(|(a, b)| a.kid.is_some() && a.kid == b.kid) {
            return Err(KeyError::DuplicateKid);
        }
        let nameless: Vec<Algorithm> = keys
            .iter()
            .take_while(|key| key.kid.is_none())
            .map(|key| key.algorithm)
            .collect();
        for (at, algorithm) in nameless.iter().enumerate() {
            if nameless.iter().skip(at + 1).any(|other| other == algorithm) {
                return Err(KeyError::NoKid(*algorithm));
            }
        }
        Ok(Self { keys })
    }

    /// Reads a JSON Web Key Set (RFC 7517): `{"keys": […]}`.
    ///
    /// Keys for encryption and of unknown types, curves and algorithms are left out, with a
    /// warning in the log (RFC 7517 section 5). An RSA key must say its `alg`, or see
    /// [`from_jwks_with_default`](Self::from_jwks_with_default).
    ///
    /// ```
    /// use guard_runtime::KeySet;
    ///
    /// let set = KeySet::from_jwks(
    ///     r#"{"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": "1", "use": "sig",
    ///         "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#,
    /// )?;
    /// assert_eq!(set.len(), 1);
    /// # Ok::<(), guard_runtime::KeyError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The text is no key set, has a member twice, a weak, broken or private key, two keys with
    /// the same `kid`, or no key that can be used.
    pub fn from_jwks(json: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        Self::new(jwk::parse(json.as_ref(), None, Origin::Local)?)
    }

    /// As [`from_jwks`](Self::from_jwks); keys that could be used with several algorithms and do
    /// not say with which are for `default`, if they are of its kind.
    ///
    /// # Errors
    ///
    /// As [`from_jwks`](Self::from_jwks).
    pub fn from_jwks_with_default(
        json: impl AsRef<[u8]>,
        default: Algorithm,
    ) -> Result<Self, KeyError> {
        Self::new(jwk::parse(json.as_ref(), Some(default), Origin::Local)?)
    }

    /// As [`from_jwks`](Self::from_jwks), for a document anybody may fetch: it holds no secret.
    #[cfg(feature = "jwks-url")]
    pub(in super::super) fn from_published(
        json: &[u8],
        default: Option<Algorithm>,
    ) -> Result<Self, KeyError> {
        Self::new(jwk::parse(json, default, Origin::Published)?)
    }

    /// The number of keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are no keys, which [`new`](Self::new) refuses.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The key of this name.
    pub(in super::super) fn named(&self, kid: &str) -> Option<&Key> {
        let at = self
            .keys
            .binary_search_by(|key| key.kid.as_deref().cmp(&Some(kid)))
            .ok()?;
        self.keys.get(at)
    }

    /// The key for this algorithm, if there is exactly one.
    pub(in super::super) fn only(&self, algorithm: Algorithm) -> Option<&Key> {
        let mut keys = self.keys.iter().filter(|key| key.algorithm == algorithm);
        keys.next().filter(|_| keys.next().is_none())
    }
}
