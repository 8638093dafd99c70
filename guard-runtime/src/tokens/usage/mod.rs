//! What tokens are used for: noted in memory at once, written to the store now and then.

mod marks;
mod recorder;
mod schedule;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use self::recorder::{Recorder, Tracked};
use super::access_tokens::log;
use super::{StoreError, StoredToken, TokenStore};
use crate::authn::{Usage, now};
use crate::scope::Scopes;

/// How long what is written and no longer used is remembered, in seconds.
const IDLE: i64 = 600;

/// The use of all tokens, as far as this process has seen it.
pub(super) struct Ledger {
    store: Arc<dyn TokenStore>,
    schema: &'static Scopes,
    interval: Duration,
    known: Mutex<Known>,
    /// What has to be written.
    pending: Mutex<Vec<Arc<Recorder>>>,
    /// Whether somebody is going to write it.
    scheduled: AtomicBool,
}

#[derive(Default)]
struct Known {
    tokens: HashMap<String, Arc<Recorder>>,
    /// The size at which to look for entries to forget.
    full: usize,
}

impl Ledger {
    pub(super) fn new(
        store: Arc<dyn TokenStore>,
        schema: &'static Scopes,
        interval: Duration,
    ) -> Self {
        Self {
            store,
            schema,
            interval,
            known: Mutex::default(),
            pending: Mutex::default(),
            scheduled: AtomicBool::new(false),
        }
    }

    /// What notes the use of a token that was found in the store.
    pub(super) fn usage_of(self: &Arc<Self>, stored: &StoredToken) -> Arc<dyn Usage> {
        let used = stored.used.iter().map(String::as_str);
        let (used, _) = self.schema.set(used);
        let mut known = lock(&self.known);
        let recorder = match known.tokens.get(&stored.id) {
            Some(recorder) => Arc::clone(recorder),
            None => known.add(&stored.id, self.schema),
        };
        drop(known);
        recorder.note_saved(&used);
        Arc::new(Tracked::new(recorder, Arc::clone(self)))
    }

    /// Adds what the store does not know yet.
    pub(super) fn complete(&self, stored: &mut StoredToken) {
        let recorder = lock(&self.known).tokens.get(&stored.id).cloned();
        let Some(recorder) = recorder else {
            return;
        };
        stored.last_used_at = stored.last_used_at.max(recorder.last_seen());
        for permission in recorder.used(self.schema).to_strings() {
            if !stored.used.contains(&permission) {
                stored.used.push(permission);
            }
        }
        stored.used.sort();
    }

    /// Notes that a token has news, and sees to it that they are written.
    fn queue(self: &Arc<Self>, recorder: &Arc<Recorder>) {
        if !recorder.queued.swap(true, Ordering::AcqRel) {
            lock(&self.pending).push(Arc::clone(recorder));
        }
        if !self.scheduled.load(Ordering::Relaxed) {
            self.schedule();
        }
    }

    /// Writes all news. What cannot be written stays news.
    pub(super) async fn write(self: &Arc<Self>) {
        let count = lock(&self.pending).len();
        for _ in 0..count {
            // Taken one by one: who waits for this may give up.
            let Some(recorder) = lock(&self.pending).pop() else {
                return;
            };
            let unwritten = Unwritten {
                ledger: self,
                recorder: Some(recorder),
            };
            if let Err(error) = unwritten.write().await {
                log(&error);
                return;
            }
        }
    }
}

/// News of a token, which go back where they came from unless they are written.
struct Unwritten<'a> {
    ledger: &'a Arc<Ledger>,
    recorder: Option<Arc<Recorder>>,
}

impl Unwritten<'_> {
    async fn write(mut self) -> Result<(), StoreError> {
        let Some(recorder) = self.recorder.clone() else {
            return Ok(());
        };
        // What comes in from here on is news again.
        recorder.queued.swap(false, Ordering::AcqRel);
        if let Some(at) = recorder.last_seen() {
            let Ledger { store, schema, .. } = &**self.ledger;
            let news = recorder.unsaved(schema);
            let texts = news.to_strings();
            store.note_use(&recorder.id, at, &texts).get().await?;
            recorder.note_saved(&news);
        }
        self.recorder = None;
        Ok(())
    }
}

impl Drop for Unwritten<'_> {
    fn drop(&mut self) {
        if let Some(recorder) = &self.recorder {
            self.ledger.queue(recorder);
        }
    }
}

impl Known {
    fn add(&mut self, id: &str, schema: &'static Scopes) -> Arc<Recorder> {
        if self.tokens.len() > self.full.max(1024) {
            let now = now();
            self.tokens.retain(|_, it| {
                let idle = it.last_seen().is_none_or(|seen| seen + IDLE < now);
                it.queued.load(Ordering::Relaxed) || Arc::strong_count(it) > 1 || !idle
            });
            // Looking again when twice as many are there keeps the cost of each constant.
            self.full = 2 * self.tokens.len();
        }
        let recorder = Arc::new(Recorder::new(id, schema));
        self.tokens.insert(id.to_owned(), Arc::clone(&recorder));
        recorder
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
