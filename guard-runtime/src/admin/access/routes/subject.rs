//! What a user may have that opens something.

use std::sync::Arc;

use crate::admin::access::implied::holds;
use crate::gate::Requirement;
use crate::group::{GroupRef, groups};
use crate::role::RoleDefinition;
use crate::scope::{Permission, PermissionSet};

/// Something that a user may have, and that may open an endpoint.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Subject {
    /// A permission.
    Permission(Permission),
    /// A group, with all it implies.
    Group(GroupRef),
    /// A role, with what it may do.
    Role(Arc<RoleDefinition>),
}

impl Subject {
    /// Whether who has this has what is demanded: one leaf of a gate.
    pub(super) fn satisfies(&self, leaf: &Requirement) -> bool {
        match (self, leaf) {
            // Guests have neither, and no groups but their own.
            (Self::Permission(_) | Self::Role(_), Requirement::SignedIn) => true,
            (Self::Permission(mine), Requirement::Permission(wanted)) => {
                gives(&mine.into_set(), *wanted)
            }
            (Self::Role(role), Requirement::Permission(wanted)) => {
                gives(role.permissions(), *wanted)
            }
            (Self::Role(role), Requirement::Role(wanted)) => role.role() == Some(*wanted),
            (Self::Group(group), leaf) => {
                let all = group.closure();
                let is_internal = all.contains(groups::core_internal);
                let is_user = is_internal || all.contains(groups::core_portal);
                match leaf {
                    Requirement::Group(wanted) => holds(&all, *wanted),
                    Requirement::Internal => is_internal,
                    Requirement::User | Requirement::SignedIn => is_user,
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// Whether it opens what is open to everybody who has signed in: then it is not what opens it.
    pub(super) fn is_more_than(leaf: &Requirement) -> bool {
        !matches!(leaf, Requirement::SignedIn)
    }
}

/// Whether these permissions give this one: it is among them, or in projects what is inherited from one.
pub(in crate::admin::access) fn gives(permissions: &PermissionSet, wanted: Permission) -> bool {
    if permissions.contains(wanted) {
        return true;
    }
    let scope = wanted.project_scope();
    scope.is_some_and(|it| it.inherits_verb(wanted.schema(), wanted.verb(), permissions))
}
