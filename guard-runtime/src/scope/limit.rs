//! What a credential is limited to.

use super::{PermissionSet, ScopeEntry};
use crate::Id;

/// What the bearer of a credential may do at most: a personal access token, a delegated token.
///
/// It only ever takes away: what its owner may not do, the credential does not allow either, and
/// being an administrator is no way around it.
///
/// ```
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// Administration.
/// #         admin { /// The configuration.
/// #             configuration: GET | UPDATE }
/// #         /// One project.
/// #         project(project_id) { /// The project itself.
/// #             root: GET | UPDATE } }
/// # }
/// # fn main() {
/// use guard_runtime::{PermissionSet, ScopeLimit};
/// use scopes::{admin::configuration, project::root};
///
/// let limit = ScopeLimit::to(PermissionSet::of(configuration::GET))
///     .in_project("project", 7, PermissionSet::of(root::GET));
/// let project = scopes::SCHEMA.scope("project").unwrap();
/// assert!(limit.names(project, &7.into()));
/// assert!(!limit.names(project, &8.into()));
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct ScopeLimit {
    permissions: PermissionSet,
    projects: Vec<(String, Id, PermissionSet)>,
    /// Permissions as a token writes them; what they mean depends on the schema they limit.
    claims: Vec<String>,
}

impl ScopeLimit {
    /// Nothing but these permissions. Those that are checked per project count in every project.
    #[must_use]
    pub fn to(permissions: PermissionSet) -> Self {
        Self {
            permissions,
            ..Self::default()
        }
    }

    /// Nothing but what a token's scope claims name. Texts that name no permission allow nothing.
    #[must_use]
    pub fn to_claims(claims: Vec<String>) -> Self {
        Self {
            claims,
            ..Self::default()
        }
    }

    /// These permissions too, in one project of a scope.
    #[must_use]
    pub fn in_project(
        mut self,
        scope: impl Into<String>,
        project: impl Into<Id>,
        permissions: PermissionSet,
    ) -> Self {
        self.projects
            .push((scope.into(), project.into(), permissions));
        self
    }

    /// Whether it says something of this project, be it that nothing is allowed there.
    #[must_use]
    pub fn names(&self, scope: &ScopeEntry, project: &Id) -> bool {
        self.permissions.iter().any(|it| it.scope() == scope.name)
            || self.claims.iter().any(|claim| scope.declares(claim))
            || self.named(scope.name, project).next().is_some()
    }

    /// What is left of global permissions.
    #[must_use]
    pub fn of_global(&self, held: &PermissionSet) -> PermissionSet {
        self.narrow(held.clone())
    }

    /// The same, without a copy of what is held.
    pub(crate) fn narrow(&self, held: PermissionSet) -> PermissionSet {
        if self.claims.is_empty() {
            return held.within(&self.permissions);
        }
        let allowed = self.everywhere(&held);
        held.within(&allowed)
    }

    /// What is left of the permissions in one project.
    #[must_use]
    pub fn of_project(&self, scope: &str, project: &Id, held: &PermissionSet) -> PermissionSet {
        let named = self.named(scope, project);
        let allowed = named.fold(self.everywhere(held), |allowed, more| allowed.union(more));
        held.intersection(&allowed)
    }

    /// What is allowed without naming a project, in the schema of what is held.
    fn everywhere(&self, held: &PermissionSet) -> PermissionSet {
        let claims = self.claims.iter().map(String::as_str);
        match held.schema() {
            Some(schema) if !self.claims.is_empty() => {
                self.permissions.union(&schema.set(claims).0)
            }
            _ => self.permissions.clone(),
        }
    }

    fn named<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
    ) -> impl Iterator<Item = &'a PermissionSet> {
        let projects = self.projects.iter();
        projects.filter_map(move |(of, id, permissions)| {
            (of == scope && id == project).then_some(permissions)
        })
    }
}
