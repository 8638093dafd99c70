//! The attributes on handlers: request → merge → check → expand.

mod arguments;
mod check;
mod expand;
mod expr;
mod gates;
mod known;
mod merge;
mod on_struct;
mod parse;
mod repeat;
mod request;
#[cfg(test)]
mod tests;

use std::fmt;

use syn::Path;

pub(crate) use arguments::{Arguments, as_setting, parse_path};
pub(crate) use check::{check_combination, demanded};
pub(crate) use expand::expand_merged;
pub(crate) use expr::{Expr, gate_type};
pub(crate) use merge::{merge, receipt};
pub(crate) use request::Request;

use crate::names::Sort;

/// The gates there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    NoAuth,
    AllowsPublic,
    RequiresUser,
    RequiresInternal,
    RequiresGroup,
    RequiresRole,
    RequiresScope,
}

const KINDS: [(Kind, &str); 7] = [
    (Kind::NoAuth, "no_auth"),
    (Kind::AllowsPublic, "allows_public"),
    (Kind::RequiresUser, "requires_user"),
    (Kind::RequiresInternal, "requires_internal"),
    (Kind::RequiresGroup, "requires_group"),
    (Kind::RequiresRole, "requires_role"),
    (Kind::RequiresScope, "requires_scope"),
];

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = KINDS.iter().find(|(kind, _)| kind == self);
        f.write_str(name.map_or("", |(_, name)| name))
    }
}

impl Kind {
    /// The gate that an attribute's path names, by its last segment.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let name = &path.segments.last()?.ident;
        KINDS
            .iter()
            .find(|(_, known)| name == known)
            .map(|(kind, _)| *kind)
    }

    /// What its arguments name, if it takes any.
    pub(crate) fn sort(self) -> Option<Sort> {
        match self {
            Self::RequiresGroup => Some(Sort::Group),
            Self::RequiresRole => Some(Sort::Role),
            Self::RequiresScope => Some(Sort::Permission),
            _ => None,
        }
    }

    /// Whether it lets people in who have not signed in.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Self::NoAuth | Self::AllowsPublic)
    }
}
