//! Where verification keys come from, and how they are kept fresh.

#[cfg(feature = "jwks-url")]
mod fetch;
mod keys;
mod place;
mod watcher;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use self::keys::Keys;
use self::place::Place;
use super::{Algorithm, Key, KeyError, KeySet};

/// Where the keys of a [`Jwt`](super::Jwt) come from: fixed, from a file or from an address.
///
/// ```
/// use guard_runtime::{Algorithm, Key, KeySet, KeySource};
/// use std::time::Duration;
///
/// let fixed = KeySource::from(KeySet::new([Key::hmac(Algorithm::HS256, [7; 32])?])?);
/// let file = KeySource::file("/etc/app/keys.json", Duration::from_secs(300));
/// # Ok::<(), guard_runtime::KeyError>(())
/// ```
#[derive(Clone, Debug)]
pub struct KeySource(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Fixed(Result<Arc<KeySet>, KeyError>),
    Open(Keys),
    Watched(Settings),
}

#[derive(Clone, Debug)]
struct Settings {
    place: Place,
    refresh: Duration,
    early: Duration,
    max_stale: Duration,
    default: Option<Algorithm>,
}

impl Settings {
    /// The time from one reading to the next.
    fn regular(&self) -> Duration {
        self.refresh.max(self.early)
    }
}

impl KeySource {
    /// These keys for good.
    #[must_use]
    pub fn fixed(keys: KeySet) -> Self {
        Self(Kind::Fixed(Ok(Arc::new(keys))))
    }

    /// A JSON Web Key Set in a file, read again after every `refresh`.
    #[must_use]
    pub fn file(path: impl Into<PathBuf>, refresh: Duration) -> Self {
        Self::watched(Place::File(path.into()), refresh)
    }

    /// A JSON Web Key Set at an address, fetched again after every `refresh`.
    ///
    /// Over `https` alone, except from this very machine; without redirects, in ten seconds and
    /// up to 1 MiB. A set that holds a shared secret is refused.
    #[cfg(feature = "jwks-url")]
    #[must_use]
    pub fn url(url: impl Into<String>, refresh: Duration) -> Self {
        Self::watched(Place::Url(url.into()), refresh)
    }

    fn watched(place: Place, refresh: Duration) -> Self {
        Self(Kind::Watched(Settings {
            place,
            refresh,
            early: Duration::from_secs(10),
            max_stale: Duration::from_secs(24 * 60 * 60),
            default: None,
        }))
    }

    /// How long keys serve when they cannot be read again: a day unless said otherwise.
    /// Afterwards every token is answered with 503.
    #[must_use]
    pub fn max_stale(self, max_stale: Duration) -> Self {
        self.with(|it| it.max_stale = max_stale)
    }

    /// The least time between two readings, ten seconds unless said otherwise, also where `refresh`
    /// is shorter. A token with an unknown `kid` asks for one ahead of time.
    #[must_use]
    pub fn min_interval(self, interval: Duration) -> Self {
        self.with(|it| it.early = interval)
    }

    /// The algorithm of keys that do not say theirs, if it goes with their type.
    #[must_use]
    pub fn default_algorithm(self, algorithm: Algorithm) -> Self {
        self.with(|it| it.default = Some(algorithm))
    }

    fn with(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        if let Kind::Watched(settings) = &mut self.0 {
            change(settings);
        }
        self
    }

    /// Reads the keys, and starts to watch them if they may change.
    ///
    /// [`Jwt`](super::Jwt) does so itself; open a source to share its keys between several.
    ///
    /// # Errors
    ///
    /// The keys cannot be read or are not accepted.
    pub fn open(self) -> Result<Keys, KeyError> {
        match self.0 {
            Kind::Fixed(keys) => keys.map(Keys::fixed),
            Kind::Open(keys) => Ok(keys),
            Kind::Watched(settings) => Keys::watch(settings),
        }
    }
}

impl From<KeySet> for KeySource {
    fn from(keys: KeySet) -> Self {
        Self::fixed(keys)
    }
}

impl From<Key> for KeySource {
    fn from(key: Key) -> Self {
        Self(Kind::Fixed(KeySet::new([key]).map(Arc::new)))
    }
}

impl From<Keys> for KeySource {
    fn from(keys: Keys) -> Self {
        Self(Kind::Open(keys))
    }
}

#[cfg(test)]
mod tests;
