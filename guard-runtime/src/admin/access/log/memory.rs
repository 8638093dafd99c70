//! The log in memory.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{AssignmentChange, ChangeFilter, ChangeLog, ChangeState, NewChange};
use crate::admin::access::Part;
use crate::authn::Answer;
use crate::tokens::StoreError;

/// Keeps the log in memory: for tests, and for applications that forget it when they end. A clone shares
/// it.
#[derive(Clone, Default)]
pub struct MemoryChangeLog(Arc<Mutex<Vec<AssignmentChange>>>);

impl MemoryChangeLog {
    fn changes(&self) -> MutexGuard<'_, Vec<AssignmentChange>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ChangeLog for MemoryChangeLog {
    fn begin(&self, change: NewChange) -> Answer<'_, Result<i64, StoreError>> {
        let mut changes = self.changes();
        let id = changes.last().map_or(1, |it| it.id + 1);
        changes.push(AssignmentChange::begun(id, change));
        Answer::Now(Ok(id))
    }

    fn finish(&self, id: i64, state: ChangeState) -> Answer<'_, Result<(), StoreError>> {
        let mut changes = self.changes();
        let found = changes.iter_mut().find(|it| it.id == id);
        let found = found.filter(|it| it.state == ChangeState::Begun);
        Answer::Now(match found {
            Some(change) if state != ChangeState::Begun => {
                change.state = state;
                Ok(())
            }
            _ => Err(StoreError::new("there is no such change to be ended")),
        })
    }

    fn list<'a>(
        &'a self,
        filter: &'a ChangeFilter,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<AssignmentChange>, StoreError>> {
        let changes = self.changes();
        let is_wanted = |it: &&AssignmentChange| {
            filter.user.as_ref().is_none_or(|user| *user == it.user)
                && filter.actor.as_ref().is_none_or(|actor| *actor == it.actor)
        };
        let newest = changes.iter().rev().filter(is_wanted).cloned();
        Answer::Now(Ok(Part::of(newest.collect(), limit, offset)))
    }
}

impl fmt::Debug for MemoryChangeLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryChangeLog")
    }
}
