//! The thread that looks for newer keys.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use super::super::KeyError;
use super::Settings;
use super::keys::Shared;

/// After a failure the next attempt comes no later than this.
const RETRY: Duration = Duration::from_secs(60);

/// Reads the keys again and again, for as long as anybody uses them.
pub(super) struct Watcher {
    pub(super) settings: Settings,
    pub(super) document: Vec<u8>,
    pub(super) asked: Receiver<()>,
    pub(super) shared: Weak<Shared>,
}

impl Watcher {
    pub(super) fn run(mut self) {
        let mut wait = self.settings.regular();
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
                Ok(()) => self.settings.regular(),
                Err(error) => {
                    tracing::warn!(
                        %error,
                        source = ?self.settings.place, "verification keys not refreshed; the old ones stay in use");
                    self.settings.regular().min(RETRY.max(self.settings.early))
                }
            };
            // Asked again during the refresh: that one is answered.
            let Some(shared) = self.shared.upgrade() else {
                return;
            };
            while self.asked.try_recv().is_ok() {}
            shared.answered();
        }
    }

    /// Waits, unless the last handle is dropped meanwhile.
    fn dropped_within(&self, rest: Duration) -> bool {
        let started = Instant::now();
        loop {
            let left = rest.saturating_sub(started.elapsed());
            match self.asked.recv_timeout(left) {
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
        let count = keys.as_ref().map(|keys| keys.len());
        shared.renew(keys);
        if let Some(keys) = count {
            tracing::info!(keys, "verification keys replaced");
            self.document = document;
        }
        Ok(())
    }
}
