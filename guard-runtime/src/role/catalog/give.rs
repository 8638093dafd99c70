//! Roles given to users and to members of projects, by their names.

use std::sync::Arc;

use super::RoleCatalog;
use crate::User;
use crate::role::{RoleDefinition, RoleSet};
use crate::scope::{PermissionSet, Project};

impl RoleCatalog {
    /// The user with these global roles, in place of those they had: what a
    /// [`Directory`](crate::Directory) makes of stored names.
    ///
    /// Names that are unknown, and roles of projects, are logged and grant nothing.
    /// [`User::with_role`] and [`User::with_roles`] know the defaults in code alone, so they have no
    /// place beside this.
    #[must_use]
    pub fn assign<'a>(&self, user: User, names: impl IntoIterator<Item = &'a str>) -> User {
        let mut roles = RoleSet::default();
        let mut permissions = PermissionSet::default();
        for role in self.named(names, RoleDefinition::is_for_users) {
            if let Some(declared) = role.role() {
                roles.add(declared);
            }
            permissions = permissions.union(role.permissions());
        }
        user.with_roles_as(roles, permissions)
    }

    /// The project with the user as a member who has these roles: what a
    /// [`ProjectDirectory`](crate::ProjectDirectory) makes of stored names. Without roles they are a
    /// member too.
    ///
    /// Names that are unknown, global roles, and roles of other scopes of projects are logged and
    /// grant nothing.
    #[must_use]
    pub fn member<'a>(
        &self,
        project: Project,
        scope: &str,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Project {
        let roles = self.named(names, |role| role.is_for_members(scope));
        let none = PermissionSet::default();
        project.member(roles.fold(none, |all, role| all.union(role.permissions())))
    }

    fn named<'a>(
        &self,
        names: impl IntoIterator<Item = &'a str>,
        counts: impl Fn(&RoleDefinition) -> bool,
    ) -> impl Iterator<Item = Arc<RoleDefinition>> {
        names.into_iter().filter_map(move |name| {
            let role = self.get(name);
            match &role {
                None => tracing::warn!(role = name, "there is no such role; it grants nothing"),
                Some(it) if !counts(it) => {
                    tracing::warn!(
                        role = name,
                        "the role does not count here; it grants nothing"
                    );
                }
                Some(_) => return role,
            }
            None
        })
    }
}
