//! Tokens that are being created: they count before they are stored.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::Id;

/// How many tokens of each owner are being created.
#[derive(Default)]
pub(in crate::tokens) struct Creating(Mutex<HashMap<Id, usize>>);

/// One of them, until it is dropped.
pub(super) struct Place<'a> {
    creating: &'a Creating,
    owner: Id,
    /// How many these were at first, this one among them.
    pub(super) count: usize,
}

impl Creating {
    pub(super) fn begin(&self, owner: &Id) -> Place<'_> {
        let mut owners = self.lock();
        let count = owners.entry(owner.clone()).or_default();
        *count += 1;
        Place {
            creating: self,
            owner: owner.clone(),
            count: *count,
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Id, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut owners = self.creating.lock();
        if let Some(count) = owners.get_mut(&self.owner) {
            *count -= 1;
            if *count == 0 {
                owners.remove(&self.owner);
            }
        }
    }
}
