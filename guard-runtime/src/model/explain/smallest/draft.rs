//! A change, before it is put into words.

use super::super::world::ListChange;
use crate::model::given::Given;

/// A change, before it is put into words.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Draft {
    /// The value would have to be one of these.
    Exactly {
        cell: usize,
        relation: Option<Relation>,
        values: Vec<Given>,
    },
    /// It would have to be so.
    Such {
        cell: usize,
        relation: Option<Relation>,
        phrases: Vec<String>,
        example: Given,
    },
    List {
        list: usize,
        change: ListChange,
    },
    Gone {
        row: usize,
        relation: Relation,
    },
    /// A row would have to be there, and hold this.
    New {
        row: usize,
        relation: Relation,
        values: Vec<(usize, Given)>,
        needed: Vec<usize>,
    },
}

/// How a row is related.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Relation {
    pub(super) name: &'static str,
    pub(super) many: bool,
}

/// Whether two ways take the same.
pub(super) fn is_same(one: &[Draft], other: &[Draft]) -> bool {
    let has = |drafts: &[Draft], it: &Draft| drafts.iter().any(|other| other.is_same(it));
    one.len() == other.len()
        && one.iter().all(|it| has(other, it))
        && other.iter().all(|it| has(one, it))
}

impl Draft {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Such { cell, phrases, .. },
                Self::Such {
                    cell: other,
                    phrases: others,
                    ..
                },
            ) => cell == other && phrases == others,
            _ => self == other,
        }
    }
}
