//! Describing a user.

use std::any::{Any, TypeId};
use std::sync::Arc;

use super::{Fields, User};
use crate::Id;
use crate::group::{Group, GroupSet};
use crate::role::{Role, RoleSet};
use crate::scope::PermissionSet;

impl User {
    fn change(&mut self) -> &mut Fields {
        Arc::make_mut(&mut self.0)
    }

    /// Sets the display name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.change().name = name.into();
        self
    }

    /// Adds a group and all it implies.
    #[must_use]
    pub fn in_group<G: Group>(mut self, _: G) -> Self {
        self.change().groups.add(G::GROUP);
        self
    }

    /// Replaces the groups, as [`Groups::set`](crate::Groups::set) makes them of stored names.
    #[must_use]
    pub fn with_groups(mut self, groups: GroupSet) -> Self {
        self.change().groups = groups;
        self
    }

    /// Adds a role.
    #[must_use]
    pub fn with_role<R: Role>(mut self, _: R) -> Self {
        let it = self.change();
        it.roles.add(R::ROLE);
        it.role_permissions = None;
        self
    }

    /// Replaces the roles, as [`Roles::set`](crate::Roles::set) makes them of stored names.
    #[must_use]
    pub fn with_roles(mut self, roles: RoleSet) -> Self {
        let it = self.change();
        it.roles = roles;
        it.role_permissions = None;
        self
    }

    /// Replaces the roles, and what they may do.
    pub(crate) fn with_roles_as(mut self, roles: RoleSet, permissions: PermissionSet) -> Self {
        let it = self.change();
        it.roles = roles;
        it.role_permissions = Some(permissions);
        self
    }

    /// Adds permissions to those that the roles bring.
    #[must_use]
    pub fn with_permissions(mut self, permissions: &PermissionSet) -> Self {
        self.change().permissions = self.0.permissions.union(permissions);
        self
    }

    /// Sets the companies the user may work in; the first is the one they start in.
    #[must_use]
    pub fn with_companies<I: Into<Id>>(mut self, companies: impl IntoIterator<Item = I>) -> Self {
        self.change().companies = companies.into_iter().map(Into::into).collect();
        self
    }

    /// Sets the contact record that stands for the user.
    #[must_use]
    pub fn with_contact(mut self, contact: impl Into<Id>) -> Self {
        self.change().contact = Some(contact.into());
        self
    }

    /// Blocks the account: every gate answers 403, also to tokens issued before.
    #[must_use]
    pub fn blocked(mut self, blocked: bool) -> Self {
        self.change().blocked = blocked;
        self
    }

    /// Attaches an attribute of the application's own, one of each type. It may be kept as long as a
    /// cached token, so attach no connection of a pool.
    #[must_use]
    pub fn with<T: Any + Send + Sync>(mut self, attribute: T) -> Self {
        let it = self.change();
        it.attributes.retain(|(id, _)| *id != TypeId::of::<T>());
        it.attributes.push((TypeId::of::<T>(), Arc::new(attribute)));
        self
    }
}
