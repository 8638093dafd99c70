//! The use of one token.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use super::Ledger;
use super::marks::Marks;
use crate::authn::{Usage, now};
use crate::scope::{Permission, PermissionSet, Scopes};

/// What is known of the use of one token.
pub(super) struct Recorder {
    pub(super) id: String,
    /// Whether it has news that wait to be written.
    pub(super) queued: AtomicBool,
    /// Zero before it was seen.
    seen: AtomicI64,
    used: Marks,
    /// What of it the store knows.
    saved: Marks,
}

impl Recorder {
    pub(super) fn new(id: &str, schema: &'static Scopes) -> Self {
        Self {
            id: id.to_owned(),
            queued: AtomicBool::new(false),
            seen: AtomicI64::new(0),
            used: Marks::new(schema),
            saved: Marks::new(schema),
        }
    }

    pub(super) fn last_seen(&self) -> Option<i64> {
        let seen = self.seen.load(Ordering::Relaxed);
        (seen > 0).then_some(seen)
    }

    pub(super) fn used(&self, schema: &'static Scopes) -> PermissionSet {
        self.used.to_set(schema)
    }

    pub(super) fn unsaved(&self, schema: &'static Scopes) -> PermissionSet {
        self.used(schema).difference(&self.saved.to_set(schema))
    }

    /// Notes what the store knows.
    pub(super) fn note_saved(&self, permissions: &PermissionSet) {
        for permission in permissions.iter() {
            self.used.set(permission);
            self.saved.set(permission);
        }
    }
}

/// Notes the use of a token, for as long as its verification is believed.
pub(super) struct Tracked {
    recorder: Arc<Recorder>,
    ledger: Arc<Ledger>,
}

impl Tracked {
    pub(super) fn new(recorder: Arc<Recorder>, ledger: Arc<Ledger>) -> Self {
        Self { recorder, ledger }
    }
}

impl Usage for Tracked {
    fn seen(&self, now: i64) {
        // A second in which it was seen already brings nothing new.
        if self.recorder.seen.load(Ordering::Relaxed) < now {
            self.recorder.seen.fetch_max(now, Ordering::Relaxed);
            self.ledger.queue(&self.recorder);
        }
    }

    fn used(&self, permission: Permission) {
        let is_ours = std::ptr::eq(permission.schema(), self.ledger.schema);
        if is_ours && self.recorder.used.set(permission) {
            self.recorder.seen.fetch_max(now(), Ordering::Relaxed);
            self.ledger.queue(&self.recorder);
        }
    }
}
