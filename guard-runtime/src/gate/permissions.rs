//! The permissions that a gate speaks of.

use super::{Asked, Requirement};
use crate::scope::{Permission, ScopeEntry};

impl Requirement {
    /// The permissions in it, in source order.
    #[must_use]
    pub fn permissions(&self) -> Vec<Permission> {
        match self {
            Self::Permission(permission) => vec![*permission],
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().flat_map(|part| part.permissions()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The permissions with which a token would pass as far as permissions go: each that is
    /// demanded in any case, and of alternatives the first that is made of permissions alone.
    pub(crate) fn scope(&self) -> Vec<Permission> {
        match self {
            Self::Permission(permission) => vec![*permission],
            Self::All(parts) => parts.iter().flat_map(|part| part.scope()).collect(),
            Self::Any(parts) => {
                let mut parts = parts.iter();
                let first = parts.find(|part| part.is_of_permissions());
                first.map(|part| part.scope()).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// Calls `note` for the permissions that have let this env through: of alternatives the first that
    /// holds, and none where one holds that is not about permissions.
    pub(crate) fn for_each_used(&self, asked: &Asked<'_>, note: &mut dyn FnMut(Permission)) {
        match self {
            Self::Permission(permission) => note(*permission),
            Self::All(parts) => {
                for part in *parts {
                    part.for_each_used(asked, note);
                }
            }
            Self::Any(parts) => {
                let holding = parts.iter().filter(|part| part.allows(asked) == Ok(true));
                if let Some(part) = holding.min_by_key(|part| part.demands_permission()) {
                    part.for_each_used(asked, note);
                }
            }
            _ => {}
        }
    }

    fn is_of_permissions(&self) -> bool {
        match self {
            Self::Permission(_) => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().all(|it| it.is_of_permissions()),
            _ => false,
        }
    }

    /// Whether it speaks of permissions.
    pub(crate) fn demands_permission(&self) -> bool {
        match self {
            Self::Permission(_) => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|it| it.demands_permission()),
            _ => false,
        }
    }

    /// Calls `note` for each scope of projects that it speaks of.
    pub(crate) fn for_each_project(&self, note: &mut dyn FnMut(&'static ScopeEntry)) {
        match self {
            Self::Permission(permission) => {
                if let Some(scope) = permission.project_scope() {
                    note(scope);
                }
            }
            Self::All(parts) | Self::Any(parts) => {
                for part in *parts {
                    part.for_each_project(note);
                }
            }
            _ => {}
        }
    }
}
