//! Where a role counts.

use std::fmt;

use crate::scope::{Permission, PermissionSet, ScopeEntry};

/// Where a role counts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// It may do nothing, so it may be given anywhere.
    Any,
    /// Outside of projects.
    Global,
    /// In each project of one scope.
    Of(&'static ScopeEntry),
    /// Nowhere: it contradicts itself.
    Nowhere,
}

impl Kind {
    /// What permissions make of a role.
    pub(super) fn of(permissions: &PermissionSet) -> Self {
        let mut kinds = permissions.iter().map(Self::of_one);
        let Some(first) = kinds.next() else {
            return Self::Any;
        };
        if kinds.all(|kind| kind.is(first)) {
            first
        } else {
            Self::Nowhere
        }
    }

    /// The names of all kinds of these permissions, sorted.
    pub(super) fn all_of(permissions: &PermissionSet) -> Vec<String> {
        let kinds = permissions.iter().map(|it| Self::of_one(it).to_string());
        let mut kinds = kinds.collect::<Vec<_>>();
        kinds.sort();
        kinds.dedup();
        kinds
    }

    pub(super) fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Of(one), Self::Of(other)) => std::ptr::eq(one, other),
            (Self::Global, Self::Global) => true,
            _ => false,
        }
    }

    fn of_one(permission: Permission) -> Self {
        permission.project_scope().map_or(Self::Global, Self::Of)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Any => "any kind",
            Self::Global => "global",
            Self::Of(scope) => scope.name,
            Self::Nowhere => "no kind",
        })
    }
}
