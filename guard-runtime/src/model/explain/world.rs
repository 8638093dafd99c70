//! What the cells hold, or may come to hold.

use super::tree::Term;
use super::truth;
use crate::model::given::Given;

/// What the cells hold. What is open may hold anything.
#[derive(Clone, Default)]
pub(super) struct World {
    pub(super) cells: Vec<Held>,
    pub(super) lists: Vec<Entries>,
    /// Whether the row is there.
    pub(super) there: Vec<bool>,
    /// Statements that count as not holding, to see whether they are needed.
    pub(super) off: Vec<usize>,
}

#[derive(Clone)]
pub(super) struct Held {
    pub(super) value: Given,
    pub(super) open: bool,
}

#[derive(Clone)]
pub(super) struct Entries {
    pub(super) entries: Vec<Given>,
    /// How many changes of it are open.
    pub(super) open: usize,
}

/// A change of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ListChange {
    With(Given),
    Without(Given),
    /// The first entry would be this one.
    First(Given),
}

impl World {
    /// What is there; nothing if that is open.
    pub(super) fn value<'a>(&'a self, term: &'a Term) -> Option<&'a Given> {
        const ABSENT: &Given = &Given::Absent;
        match term {
            Term::Literal(value) => Some(value),
            Term::Cell(cell) => self.cell(*cell),
            Term::First(list) => {
                let entries = self.entries(*list)?;
                Some(entries.first().unwrap_or(ABSENT))
            }
        }
    }

    pub(super) fn cell(&self, cell: usize) -> Option<&Given> {
        let held = self.cells.get(cell)?;
        (!held.open).then_some(&held.value)
    }

    pub(super) fn entries(&self, list: usize) -> Option<&[Given]> {
        let list = self.lists.get(list)?;
        (list.open == 0).then_some(&list.entries)
    }

    pub(super) fn is_there(&self, row: usize) -> bool {
        self.there.get(row) == Some(&true)
    }

    /// Whether a row with this key is related; nothing if that is open.
    pub(super) fn is_match(&self, ours: usize, theirs: usize) -> Option<bool> {
        match (self.cell(ours), self.cell(theirs)) {
            (Some(ours), Some(theirs)) => {
                Some(truth::compare(ours, theirs).is_some_and(std::cmp::Ordering::is_eq))
            }
            (Some(Given::Absent), None) | (None, Some(Given::Absent)) => Some(false),
            _ => None,
        }
    }

    /// Puts a value where it was open.
    pub(super) fn set(&mut self, cell: usize, value: Given) {
        if let Some(held) = self.cells.get_mut(cell) {
            *held = Held { value, open: false };
        }
    }

    /// One of the open changes of the list is this one.
    pub(super) fn change(&mut self, list: usize, change: &ListChange) {
        let Some(list) = self.lists.get_mut(list) else {
            return;
        };
        list.open = list.open.saturating_sub(1);
        match change {
            ListChange::With(value) => list.entries.push(value.clone()),
            ListChange::Without(value) => list.entries.retain(|it| it != value),
            ListChange::First(value) => {
                list.entries.retain(|it| it != value);
                list.entries.insert(0, value.clone());
            }
        }
    }
}
