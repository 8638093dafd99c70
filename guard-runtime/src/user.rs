//! A user: who is asking, as the application knows them.

use std::any::{Any, TypeId};
use std::fmt;
use std::sync::Arc;

use crate::Id;
use crate::group::{Group, GroupSet, groups};
use crate::role::{Role, RoleSet};

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
    companies: Vec<Id>,
    contact: Option<Id>,
    blocked: bool,
    attributes: Vec<(TypeId, Arc<dyn Any + Send + Sync>)>,
}

/// A user that the application has described in a way that contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UserError {
    /// In `core_internal` and in `core_portal` or `core_public`.
    InternalAndExternal,
    /// A guest that is more than a guest.
    GuestWithGroups,
}

impl fmt::Display for UserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InternalAndExternal => {
                "a user is in `core_internal` and also in `core_portal` or `core_public`, which exclude each other"
            }
            Self::GuestWithGroups => {
                "the guest stands for everybody who has not signed in: it is in `core_public` alone"
            }
        })
    }
}

impl std::error::Error for UserError {}

impl User {
    /// A user without name, groups and roles.
    pub fn new(id: impl Into<Id>) -> Self {
        Self {
            id: id.into(),
            name: String::new(),
            groups: GroupSet::default(),
            roles: RoleSet::default(),
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

    /// Sets the display name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Adds a group and all it implies.
    #[must_use]
    pub fn in_group(mut self, group: impl Group) -> Self {
        self.groups = self.groups.with(group);
        self
    }

    /// Replaces the groups, as [`Groups::set`](crate::Groups::set) makes them of stored names.
    #[must_use]
    pub fn with_groups(mut self, groups: GroupSet) -> Self {
        self.groups = groups;
        self
    }

    /// Adds a role.
    #[must_use]
    pub fn with_role(mut self, role: impl Role) -> Self {
        self.roles = self.roles.with(role);
        self
    }

    /// Replaces the roles, as [`Roles::set`](crate::Roles::set) makes them of stored names.
    #[must_use]
    pub fn with_roles(mut self, roles: RoleSet) -> Self {
        self.roles = roles;
        self
    }

    /// Sets the companies the user may work in; the first is the one they start in.
    #[must_use]
    pub fn with_companies<I: Into<Id>>(mut self, companies: impl IntoIterator<Item = I>) -> Self {
        self.companies = companies.into_iter().map(Into::into).collect();
        self
    }

    /// Sets the contact record that stands for the user.
    #[must_use]
    pub fn with_contact(mut self, contact: impl Into<Id>) -> Self {
        self.contact = Some(contact.into());
        self
    }

    /// Blocks the account: every gate answers 403, also to tokens issued before.
    #[must_use]
    pub fn blocked(mut self, blocked: bool) -> Self {
        self.blocked = blocked;
        self
    }

    /// Attaches an attribute of the application's own, one of each type.
    #[must_use]
    pub fn with<T: Any + Send + Sync>(mut self, attribute: T) -> Self {
        self.attributes.retain(|(id, _)| *id != TypeId::of::<T>());
        self.attributes
            .push((TypeId::of::<T>(), Arc::new(attribute)));
        self
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

    /// An attribute of the application's own.
    #[must_use]
    pub fn get<T: Any + Send + Sync>(&self) -> Option<&T> {
        let found = self
            .attributes
            .iter()
            .find(|(id, _)| *id == TypeId::of::<T>());
        found.and_then(|(_, attribute)| attribute.downcast_ref())
    }

    /// Whether the groups contradict each other.
    ///
    /// # Errors
    ///
    /// [`UserError::InternalAndExternal`]. Such a user passes no gate: the answer is 500, because
    /// nobody can say which of the two was meant.
    pub fn check(&self) -> Result<(), UserError> {
        let external = self.is_portal() || self.groups.contains(groups::core_public);
        if self.is_internal() && external {
            return Err(UserError::InternalAndExternal);
        }
        Ok(())
    }

    pub(crate) fn check_guest(&self) -> Result<(), UserError> {
        if self.groups.names() == ["core_public"] && self.roles.is_empty() && !self.blocked {
            Ok(())
        } else {
            Err(UserError::GuestWithGroups)
        }
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
