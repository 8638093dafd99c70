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
// Who keeps users in memory hands them out at every request: a clone is a pointer.
pub struct User(Arc<Fields>);

#[derive(Clone)]
struct Fields {
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
        Self(Arc::new(Fields {
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
        }))
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
        &self.0.id
    }

    /// The display name; empty if unknown.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The groups, with all they imply.
    #[must_use]
    pub fn groups(&self) -> &GroupSet {
        &self.0.groups
    }

    /// The roles.
    #[must_use]
    pub fn roles(&self) -> &RoleSet {
        &self.0.roles
    }

    /// What the user may do: what their roles may, and what was granted besides. Permissions of
    /// projects are not in it; those come with memberships.
    #[must_use]
    pub fn permissions(&self) -> PermissionSet {
        let roles = match &self.0.role_permissions {
            Some(permissions) => permissions.clone(),
            None => self.0.roles.permissions(),
        };
        let all = roles.and(&self.0.permissions);
        if all.is_global() {
            return all;
        }
        let of_projects = all.of_projects();
        tracing::error!(
            uid = %self.0.id,
            permissions = %of_projects,
            "permissions of projects are held through membership: these grant nothing"
        );
        all.difference(&of_projects)
    }

    /// The companies the user may work in.
    #[must_use]
    pub fn companies(&self) -> &[Id] {
        &self.0.companies
    }

    /// The company the user starts in.
    #[must_use]
    pub fn company(&self) -> Option<&Id> {
        self.0.companies.first()
    }

    /// The contact record that stands for the user.
    #[must_use]
    pub fn contact(&self) -> Option<&Id> {
        self.0.contact.as_ref()
    }

    /// Whether the account is blocked.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.0.blocked
    }

    /// Whether the user works here.
    #[must_use]
    pub fn is_internal(&self) -> bool {
        self.0.groups.contains(groups::core_internal)
    }

    /// Whether the user is signed in from outside. One who is in `core_public` too is a portal user.
    #[must_use]
    pub fn is_portal(&self) -> bool {
        self.0.groups.contains(groups::core_portal)
    }

    /// Whether the user is the shared guest: in `core_public`, and neither internal nor from the
    /// portal.
    #[must_use]
    pub fn is_guest(&self) -> bool {
        let public = self.0.groups.contains(groups::core_public);
        public && !self.is_internal() && !self.is_portal()
    }

    /// An attribute of the application's own.
    #[must_use]
    pub fn get<T: Any + Send + Sync>(&self) -> Option<&T> {
        let found = self
            .0
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
            .field("id", &self.0.id)
            .field("name", &self.0.name)
            .field("groups", &self.0.groups)
            .field("roles", &self.0.roles)
            .field("companies", &self.0.companies)
            .field("contact", &self.0.contact)
            .field("blocked", &self.0.blocked)
            .finish_non_exhaustive()
    }
}
