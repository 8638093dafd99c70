//! The gates that a request has passed.

use crate::gate::Requirement;

/// Gates in the order in which they were passed; a few take no allocation.
#[derive(Default)]
pub(super) struct Trail {
    first: [Option<&'static Requirement>; 3],
    more: Vec<&'static Requirement>,
}

impl Trail {
    pub(super) fn push(&mut self, gate: &'static Requirement) {
        match self.first.iter_mut().find(|it| it.is_none()) {
            Some(free) => *free = Some(gate),
            None => self.more.push(gate),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'static Requirement> + '_ {
        let first = self.first.iter().flatten();
        first.chain(&self.more).copied()
    }
}
