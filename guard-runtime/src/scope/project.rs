//! Projects: what has members, and permissions of its own.

use super::{PermissionSet, ScopeEntry};
use crate::authn::{Answer, AuthError};
use crate::role::RoleRef;
use crate::{Id, User};

/// Who may know of a project without being in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Internal users: those in `core_internal`.
    Internal,
    /// Nobody: to others it does not exist.
    Private,
}

/// A project as one user meets it: who may see it, and what the user may do as a member.
///
/// ```
/// use guard_runtime::{PermissionSet, Project, Visibility};
///
/// let foreign = Project::new(Visibility::Private);
/// let mine = Project::new(Visibility::Private).member(PermissionSet::default());
/// assert!(!foreign.is_member() && mine.is_member());
/// ```
#[derive(Clone, Debug)]
pub struct Project {
    visibility: Visibility,
    membership: Option<PermissionSet>,
    visitors: PermissionSet,
}

impl Project {
    /// A project of which the user is no member.
    #[must_use]
    pub fn new(visibility: Visibility) -> Self {
        Self {
            visibility,
            membership: None,
            visitors: PermissionSet::default(),
        }
    }

    /// The user is a member with the default scope of this role.
    #[must_use]
    pub fn role(self, role: RoleRef) -> Self {
        self.member(role.permissions())
    }

    /// The user is a member who may do this, and whatever else was said before.
    #[must_use]
    pub fn member(mut self, permissions: PermissionSet) -> Self {
        self.membership = Some(match self.membership {
            Some(before) => before.union(&permissions),
            None => permissions,
        });
        self
    }

    /// What internal users may do in an internal project without being members.
    #[must_use]
    pub fn visitors(mut self, permissions: PermissionSet) -> Self {
        self.visitors = permissions;
        self
    }

    /// Who may know of it.
    #[must_use]
    pub fn visibility(&self) -> Visibility {
        self.visibility
    }

    /// Whether the user is a member.
    #[must_use]
    pub fn is_member(&self) -> bool {
        self.membership.is_some()
    }

    /// Whether the user may know of it.
    pub(crate) fn is_visible_to(&self, user: &User) -> bool {
        self.is_member() || self.is_open_to(user)
    }

    /// Whether the user may know of it without being a member.
    pub(crate) fn is_open_to(&self, user: &User) -> bool {
        self.visibility == Visibility::Internal && user.is_internal()
    }

    /// What the user may do in it by themselves: as a member, or as a visitor. It is a project of this
    /// scope, so permissions of others mean nothing in it.
    pub(crate) fn own(&self, user: &User, scope: &ScopeEntry) -> PermissionSet {
        let own = match &self.membership {
            Some(membership) => membership,
            None if self.is_open_to(user) => &self.visitors,
            None => return PermissionSet::default(),
        };
        own.of_scope(scope)
    }
}

/// Knows the projects and their members: the application's database.
///
/// It is asked once in a request for each project that a gate or a handler asks about.
///
/// ```
/// use guard_runtime::{Answer, AuthError, Id, Project, ProjectDirectory, User, Visibility};
///
/// struct Projects;
///
/// impl ProjectDirectory for Projects {
///     fn find<'a>(
///         &'a self,
///         scope: &'a str,
///         project: &'a Id,
///         user: &'a User,
///     ) -> Answer<'a, Result<Option<Project>, AuthError>> {
///         Answer::later(async move {
///             // Ask the database here.
///             Ok((*project == Id::from(1)).then(|| Project::new(Visibility::Internal)))
///         })
///     }
/// }
/// ```
pub trait ProjectDirectory: Send + Sync + 'static {
    /// The project of this scope and id, as this user meets it.
    ///
    /// # Errors
    ///
    /// `Ok(None)` if there is no such project: 404. [`AuthError::Unavailable`] if that could not be
    /// found out: 503.
    fn find<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a User,
    ) -> Answer<'a, Result<Option<Project>, AuthError>>;
}
