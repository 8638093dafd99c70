//! Keys in use: the newest ones.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::time::{Duration, Instant};

use super::super::{AuthError, KeyError, KeySet};
use super::Settings;
use super::watcher::Watcher;

/// The keys of a [`KeySource`](super::KeySource) that was opened; a clone shares them.
///
/// The thread that refreshes them ends with the last clone.
#[derive(Clone)]
pub struct Keys(pub(super) Inner);

#[derive(Clone)]
pub(super) enum Inner {
    Fixed(Arc<KeySet>),
    Watched(Arc<Shared>),
}

pub(super) struct Shared {
    latest: RwLock<Latest>,
    generation: AtomicU64,
    max_stale: Duration,
    // Asks the thread for a refresh; when it is dropped the thread ends.
    ask: SyncSender<()>,
    asked: AtomicBool,
}

struct Latest {
    keys: Arc<KeySet>,
    read: Instant,
}

impl Shared {
    fn latest(&self) -> RwLockReadGuard<'_, Latest> {
        self.latest.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_stale(&self, latest: &Latest) -> bool {
        latest.read.elapsed() > self.max_stale
    }

    /// What was read just now: these keys, or the same as before.
    pub(super) fn renew(&self, keys: Option<Arc<KeySet>>) {
        let mut latest = self.latest.write().unwrap_or_else(PoisonError::into_inner);
        // What was verified while the keys lapsed may not be believed when they lapse again.
        if keys.is_some() || self.is_stale(&latest) {
            self.generation.fetch_add(1, Ordering::AcqRel);
        }
        latest.read = Instant::now();
        if let Some(keys) = keys {
            latest.keys = keys;
        }
    }

    /// From now on it may be asked again.
    pub(super) fn answered(&self) {
        self.asked.store(false, Ordering::Release);
    }
}

impl Keys {
    pub(super) fn fixed(keys: Arc<KeySet>) -> Self {
        Self(Inner::Fixed(keys))
    }

    pub(super) fn watch(settings: Settings) -> Result<Self, KeyError> {
        if settings.max_stale < settings.regular() {
            return Err(KeyError::Stale);
        }
        let document = settings.place.read()?;
        let keys = Arc::new(settings.place.parse(&document, settings.default)?);
        let (ask, asked) = sync_channel(1);
        let shared = Arc::new(Shared {
            latest: RwLock::new(Latest {
                keys,
                read: Instant::now(),
            }),
            generation: AtomicU64::new(0),
            max_stale: settings.max_stale,
            ask,
            asked: AtomicBool::new(false),
        });
        let watcher = Watcher {
            settings,
            document,
            asked,
            shared: Arc::downgrade(&shared),
        };
        std::thread::Builder::new()
            .name("guard-keys".into())
            .spawn(move || watcher.run())
            .map_err(|_| KeyError::Thread)?;
        Ok(Self(Inner::Watched(shared)))
    }

    /// The newest keys.
    ///
    /// # Errors
    ///
    /// [`AuthError::Unavailable`] once they are older than
    /// [`max_stale`](super::KeySource::max_stale).
    pub fn current(&self) -> Result<Arc<KeySet>, AuthError> {
        match &self.0 {
            Inner::Fixed(keys) => Ok(Arc::clone(keys)),
            Inner::Watched(shared) => {
                let latest = shared.latest();
                if shared.is_stale(&latest) {
                    return Err(AuthError::Unavailable("the verification keys are too old"));
                }
                Ok(Arc::clone(&latest.keys))
            }
        }
    }

    /// Changes when the keys do, when they become too old, and when they no longer are.
    #[must_use]
    pub fn generation(&self) -> u64 {
        match &self.0 {
            Inner::Fixed(_) => 0,
            Inner::Watched(shared) => {
                let latest = shared.latest();
                let generation = shared.generation.load(Ordering::Acquire);
                if shared.is_stale(&latest) {
                    !generation
                } else {
                    generation
                }
            }
        }
    }

    /// Whether the thread is alive.
    #[cfg(test)]
    pub(super) fn is_watched(&self) -> bool {
        use std::sync::mpsc::TrySendError;

        match &self.0 {
            Inner::Fixed(_) => false,
            Inner::Watched(shared) => {
                !matches!(shared.ask.try_send(()), Err(TrySendError::Disconnected(())))
            }
        }
    }

    /// Asks for a refresh ahead of time, and does not wait for it.
    pub(in super::super) fn refresh_soon(&self) {
        if let Inner::Watched(shared) = &self.0
            && !shared.asked.swap(true, Ordering::AcqRel)
        {
            // A full queue means that the thread has been asked already.
            let _ = shared.ask.try_send(());
        }
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Keys").field(&self.current()).finish()
    }
}
