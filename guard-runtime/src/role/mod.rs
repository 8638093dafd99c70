//! Roles: what a user is entrusted with.

mod catalog;
mod definition;
mod error;
mod kind;
mod stored;
#[cfg(test)]
mod tests;

use std::fmt;

pub use catalog::RoleCatalog;
pub use definition::RoleDefinition;
pub use error::{RoleError, RoleMistake};
pub use stored::StoredRole;

use crate::names::{Entry, NameRef, NameSet, Names};
use crate::scope::PermissionSet;

/// What tells roles from other declared names.
#[derive(Clone, Copy, Debug)]
pub enum RoleKind {}

/// The roles of an application: the `SCHEMA` of [`define_roles!`](crate::define_roles).
pub type Roles = Names<RoleKind>;

/// One role, as a value.
pub type RoleRef = NameRef<RoleKind>;

/// Roles that somebody has.
pub type RoleSet = NameSet<RoleKind>;

/// A role as a type: the unit structs of [`define_roles!`](crate::define_roles).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a role",
    note = "roles are declared with `define_roles!` and named as `roles::editor`"
)]
pub trait Role: Copy + 'static {
    /// The role as a value.
    const ROLE: RoleRef;
}

/// No role is built in.
static NONE: Roles = Names::new("guard_runtime", &[], &[]);

impl RoleRef {
    /// What the role may do, unless the application defines it otherwise.
    #[must_use]
    pub fn permissions(self) -> PermissionSet {
        let role = self.entry();
        let grants = role.map_or(&[][..], Entry::grants);
        grants.iter().copied().collect()
    }
}

impl RoleSet {
    /// One role.
    #[must_use]
    pub fn of(role: impl Role) -> Self {
        Self::default().with(role)
    }

    /// The same, and one more.
    #[must_use]
    pub fn with<R: Role>(mut self, _: R) -> Self {
        self.add(R::ROLE);
        self
    }

    /// Whether the role is in it: a bit test.
    #[must_use]
    pub fn contains<R: Role>(&self, _: R) -> bool {
        self.holds(R::ROLE).unwrap_or(false)
    }

    /// What the roles may do by default, together.
    #[must_use]
    pub fn permissions(&self) -> PermissionSet {
        self.entries_in(&NONE)
            .flat_map(|role| role.grants().iter().copied())
            .collect()
    }

    /// The names, in the order of declaration.
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        self.names_in(&NONE)
    }
}

impl fmt::Debug for RoleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
