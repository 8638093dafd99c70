//! A user: who is asking, as the application knows them.

mod build;
mod check;
mod error;
mod same;

use std::any::{Any, TypeId};
use std::fmt;
use std::sync::Arc;

use crate::Id;
pub use error::UserError;

use crate::group::{GroupSet, groups};
use crate::role::RoleSet;
use crate::scope::PermissionSet;

/// A user with groups, roles, companies and whatever else the application knows of them.
///
/// ```
/// use guard_runtime::{User, groups};
///
/// #[derive(Debug)]
/// struct Locale(&'static str);
///
/// let user = User::new(7)
///     .named("Ada Lovelace")
///     .in_group(groups::core_portal)
///     .with_companies([1, 2])
///     .with_contact(12)
///     .with(Locale("en"));
/// assert_eq!(user.company().and_then(|id| id.as_i64()), Some(1));
/// assert_eq!(user.get::<Locale>().map(|it| it.0), Some("en"));
/// ```
#[derive(Clone)]
pub struct User {
    id: Id,
    name: String,
    groups: GroupSet,
    roles: RoleSet,
    /// What the roles may do, where that is not what they may by default.
    role_permissions: Option<PermissionSet>,
    permissions: PermissionSet,
    companies: Vec<Id>,
    contact: Option<Id>,
    blocked: bool,
    attributes: Vec<(TypeId, Arc<dyn Any + Send + Sync>)>,
}

impl User {
    /// A user without name, groups and roles.
    pub fn new(id: impl Into<Id>) -> Self {
        Self {
            id: id.into(),
            name: String::new(),
            groups: GroupSet::default(),
            roles: RoleSet::default(),
            role_permissions: None,
            permissions: PermissionSet::default(),
            companies: Vec::new(),
            contact: None,
            blocked: false,
            attributes: Vec::new(),
        }
    }

    /// The guest: everybody who has not signed in.
    #[must_use]
    pub fn guest() -> Self {
        Self::new("guest")
            .named("Guest")
            .in_group(groups::core_public)
    }

    /// The identifier.
    #[must_use]
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// The display name; empty if unknown.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The groups, with all they imply.
    #[must_use]
    pub fn groups(&self) -> &GroupSet {
        &self.groups
    }

    /// The roles.
    #[must_use]
    pub fn roles(&self) -> &RoleSet {
        &self.roles
    }

    /// What the user may do: what their roles may, and what was granted besides. Permissions of
    /// projects are not in it; those come with memberships.
    #[must_use]
    pub fn permissions(&self) -> PermissionSet {
        let roles = match &self.role_permissions {
            Some(permissions) => permissions.clone(),
            None => self.roles.permissions(),
        };
        let all = roles.and(&self.permissions);
        if all.is_global() {
            return all;
        }
        let of_projects = all.of_projects();
        tracing::error!(
            uid = %self.id,
            permissions = %of_projects,
            "permissions of projects are held through membership: these grant nothing"
        );
        all.difference(&of_projects)
    }

    /// The companies the user may work in.
    #[must_use]
    pub fn companies(&self) -> &[Id] {
        &self.companies
    }

    /// The company the user starts in.
    #[must_use]
    pub fn company(&self) -> Option<&Id> {
        self.companies.first()
    }

    /// The contact record that stands for the user.
    #[must_use]
    pub fn contact(&self) -> Option<&Id> {
        self.contact.as_ref()
    }

    /// Whether the account is blocked.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.blocked
    }

    /// Whether the user works here.
    #[must_use]
    pub fn is_internal(&self) -> bool {
        self.groups.contains(groups::core_internal)
    }

    /// Whether the user is signed in from outside. One who is in `core_public` too is a portal user.
    #[must_use]
    pub fn is_portal(&self) -> bool {
        self.groups.contains(groups::core_portal)
    }

    /// Whether the user is the shared guest: in `core_public`, and neither internal nor from the
    /// portal.
    #[must_use]
    pub fn is_guest(&self) -> bool {
        let public = self.groups.contains(groups::core_public);
        public && !self.is_internal() && !self.is_portal()
    }

    /// An attribute of the application's own.
    #[must_use]
    pub fn get<T: Any + Send + Sync>(&self) -> Option<&T> {
        let found = self
            .attributes
            .iter()
            .find(|(id, _)| *id == TypeId::of::<T>());
        found.and_then(|(_, attribute)| attribute.downcast_ref())
    }
}

/// Without attributes: what an application attaches may be secret.
impl fmt::Debug for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("User")
            .field("id", &self.id)
            .field("name", &self.name)
            .field("groups", &self.groups)
            .field("roles", &self.roles)
            .field("companies", &self.companies)
            .field("contact", &self.contact)
            .field("blocked", &self.blocked)
            .finish_non_exhaustive()
    }
}
