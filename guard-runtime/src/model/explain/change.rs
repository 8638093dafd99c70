//! One change that would be needed.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::seen::Seen;

/// One change, of the record, the user or what is related to the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The change.
    #[serde(flatten)]
    pub kind: ChangeKind,
    /// In words: `salesperson_id would have to be 7`.
    pub words: String,
}

/// What would be otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// The user would be in a group.
    Join {
        /// The group.
        group: &'static str,
    },
    /// A field of the record would have another value.
    Field {
        /// The field.
        field: &'static str,
        /// A value that does; [the words](Change::words) say which others do.
        value: Seen,
    },
    /// The env would give another value.
    Env {
        /// How rules call it: `contact_id`.
        name: &'static str,
        /// A value that does; [the words](Change::words) say which others do.
        value: Seen,
    },
    /// A list of the env would have one more entry.
    Include {
        /// How rules call it: `cids`.
        list: &'static str,
        /// The entry.
        value: Seen,
    },
    /// A list of the env would have one entry less.
    Exclude {
        /// How rules call it: `cids`.
        list: &'static str,
        /// The entry.
        value: Seen,
    },
    /// A field of a related row would have another value.
    RelatedField {
        /// How rules call the relation.
        relation: &'static str,
        /// The row: its position among the rows of its model that were given.
        position: usize,
        /// The field.
        field: &'static str,
        /// A value that does; [the words](Change::words) say which others do.
        value: Seen,
    },
    /// There would be one more related row.
    RelatedRow {
        /// How rules call the relation.
        relation: &'static str,
        /// What it would hold.
        values: BTreeMap<&'static str, Seen>,
    },
    /// A related row would not be there.
    NoRelatedRow {
        /// How rules call the relation.
        relation: &'static str,
        /// The row: its position among the rows of its model that were given.
        position: usize,
    },
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}
