//! What one group may do with the records of one model.

use serde::Serialize;

/// What a group may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MatrixCell {
    /// The group.
    pub group: &'static str,
    /// With which records.
    pub allowed: Allowed,
    /// Whether it is so by a grant of the group's own; else by what it implies.
    pub own: bool,
    /// The grants that count, in the order of declaration: one of them suffices.
    pub grants: Vec<CellGrant>,
}

/// With which records something may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Allowed {
    /// With none.
    No,
    /// With those for which a rule holds: one of a grant, or the restrictions.
    Where,
    /// With all.
    Yes,
}

/// A grant that counts for a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CellGrant {
    /// The group that it is declared for.
    pub group: &'static str,
    /// The way from the cell's group to it, by what each implies; empty for its own.
    pub via: Vec<&'static str>,
    /// What has to hold of the record; nothing if it is about all of them.
    pub rule: Option<RuleSql>,
}

/// A rule in words and in SQL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RuleSql {
    /// In words: `salesperson_id is the user's id`.
    pub words: String,
    /// In SQL to be read, with names for what the env gives: `"invoice"."salesperson_id" = :uid`.
    pub sql: String,
}

impl Allowed {
    /// `no`, `where`, `yes`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Where => "where",
            Self::Yes => "yes",
        }
    }
}
