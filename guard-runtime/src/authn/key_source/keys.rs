//! Keys in use: the newest ones, and the thread that looks for newer.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::time::{Duration, Instant};

use super::super::{AuthError, KeyError, KeySet};
use super::Settings;

/// After a failure the next attempt comes no later than this.
const RETRY: Duration = Duration::from_secs(60);

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

impl Keys {
    pub(super) fn fixed(keys: Arc<KeySet>) -> Self {
        Self(Inner::Fixed(keys))
    }

    pub(super) fn watch(settings: Settings) -> Result<Self, KeyError> {
        if settings.max_stale < settings.refresh {
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
                let latest = shared.latest.read().unwrap_or_else(PoisonError::into_inner);
                if latest.read.elapsed() > shared.max_stale {
                    return Err(AuthError::Unavailable("the verification keys are too old"));
                }
                Ok(Arc::clone(&latest.keys))
            }
        }
    }

    /// Changes when the keys do, and while they are too old.
    #[must_use]
    pub fn generation(&self) -> u64 {
        match &self.0 {
            Inner::Fixed(_) => 0,
            Inner::Watched(shared) => match self.current() {
                Ok(_) => shared.generation.load(Ordering::Acquire),
                Err(_) => u64::MAX,
            },
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

struct Watcher {
    settings: Settings,
    document: Vec<u8>,
    asked: Receiver<()>,
    shared: Weak<Shared>,
}

impl Watcher {
    fn run(mut self) {
        let mut wait = self.regular();
        loop {
            let started = Instant::now();
            match self.asked.recv_timeout(wait) {
                Ok(()) => {
                    let rest = self.settings.early.saturating_sub(started.elapsed());
                    if self.dropped_within(rest) {
                        return;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            wait = match self.refresh() {
                Ok(()) => self.regular(),
                Err(error) => {
                    tracing::warn!(
                        %error,
                        source = ?self.settings.place, "verification keys not refreshed; the old ones stay in use");
                    self.regular().min(RETRY.max(self.settings.early))
                }
            };
            // Asked again during the refresh: that one is answered.
            let Some(shared) = self.shared.upgrade() else {
                return;
            };
            while self.asked.try_recv().is_ok() {}
            shared.asked.store(false, Ordering::Release);
        }
    }

    fn regular(&self) -> Duration {
        self.settings.refresh.max(self.settings.early)
    }

    /// Waits, unless the last handle is dropped meanwhile.
    fn dropped_within(&self, rest: Duration) -> bool {
        let until = Instant::now() + rest;
        loop {
            let rest = until.saturating_duration_since(Instant::now());
            match self.asked.recv_timeout(rest) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return false,
                Err(RecvTimeoutError::Disconnected) => return true,
            }
        }
    }

    fn refresh(&mut self) -> Result<(), KeyError> {
        let document = self.settings.place.read()?;
        let keys = if document == self.document {
            None
        } else {
            Some(Arc::new(
                self.settings
                    .place
                    .parse(&document, self.settings.default)?,
            ))
        };
        let Some(shared) = self.shared.upgrade() else {
            return Ok(());
        };
        let mut latest = shared
            .latest
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        latest.read = Instant::now();
        if let Some(keys) = keys {
            tracing::info!(keys = keys.len(), "verification keys replaced");
            latest.keys = keys;
            self.document = document;
            shared.generation.fetch_add(1, Ordering::AcqRel);
        }
        Ok(())
    }
}
