//! Sets of permissions that many threads add to.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::scope::{Permission, PermissionSet, Scopes};

/// One bit for each permission of a schema; a bit that is set stays set.
pub(super) struct Marks(Box<[AtomicU64]>);

impl Marks {
    pub(super) fn new(schema: &'static Scopes) -> Self {
        let words = schema.permissions().count().div_ceil(64);
        Self((0..words).map(|_| AtomicU64::new(0)).collect())
    }

    /// Sets a bit; whether it was not set before. A set bit costs one load.
    pub(super) fn set(&self, permission: Permission) -> bool {
        let (word, bit) = (permission.index() / 64, 1 << (permission.index() % 64));
        let word = usize::try_from(word).ok().and_then(|at| self.0.get(at));
        word.is_some_and(|word| {
            word.load(Ordering::Relaxed) & bit == 0
                && word.fetch_or(bit, Ordering::Relaxed) & bit == 0
        })
    }

    pub(super) fn to_set(&self, schema: &'static Scopes) -> PermissionSet {
        let words = self.0.iter().map(|word| word.load(Ordering::Relaxed));
        let words = words.collect::<Vec<_>>();
        let is_set = |it: &Permission| {
            let word = usize::try_from(it.index() / 64)
                .ok()
                .and_then(|at| words.get(at));
            word.is_some_and(|word| word >> (it.index() % 64) & 1 == 1)
        };
        schema.permissions().filter(is_set).collect()
    }
}
