//! What one env may do in one project.

use super::{Permission, PermissionSet, Project, ScopeEntry};
use crate::Id;
use crate::env::Env;
use crate::names::Foreign;

/// What an env may do in one project: what it inherits from global permissions, and what it may do as
/// a member, within the limits of its credential.
#[derive(Clone, Debug)]
pub struct ProjectScope {
    scope: &'static ScopeEntry,
    /// The global permissions of the env, of which some are inherited.
    global: PermissionSet,
    own: PermissionSet,
    visible: bool,
}

impl ProjectScope {
    /// What the env may do in a project that was found, or not found.
    pub(crate) fn resolve(
        env: &Env,
        scope: &'static ScopeEntry,
        id: &Id,
        project: Option<&Project>,
    ) -> Self {
        let Some(project) = project else {
            return Self {
                scope,
                global: PermissionSet::default(),
                own: PermissionSet::default(),
                visible: false,
            };
        };
        let mut own = project.own(env.user(), scope);
        let mut visible = project.is_visible_to(env.user());
        if let Some(limit) = env.limit() {
            own = limit.of_project(scope.name, id, &own);
            // A token that is for other projects learns nothing of this one.
            visible &= limit.names(scope, id) || project.is_open_to(env.user());
        }
        let mut resolved = Self {
            scope,
            global: env.permissions().clone(),
            own,
            visible,
        };
        resolved.visible |= !resolved.permissions().is_empty();
        resolved
    }

    /// The scope that it is a project of.
    #[cfg(feature = "admin")]
    pub(crate) fn scope_name(&self) -> &'static str {
        self.scope.name
    }

    /// Whether the env may know of the project.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        self.visible
    }

    /// Whether the permission is in it.
    #[must_use]
    pub fn contains(&self, permission: impl Into<Permission>) -> bool {
        self.holds(permission.into()).unwrap_or(false)
    }

    /// All permissions in it.
    #[must_use]
    pub fn permissions(&self) -> PermissionSet {
        let is_foreign = |set: &PermissionSet| {
            let schema = set.schema();
            schema.is_some_and(|schema| !schema.has(self.scope))
        };
        // What is of two schemas is a mistake: it is not held, and so not listed.
        if is_foreign(&self.global) || is_foreign(&self.own) {
            return PermissionSet::default();
        }
        match self.global.schema() {
            Some(schema) => {
                let inherited = schema.inherited(self.scope, &self.global);
                PermissionSet::from_bits(schema, inherited).union(&self.own)
            }
            None => self.own.clone(),
        }
    }

    pub(crate) fn holds(&self, permission: Permission) -> Result<bool, Foreign> {
        let (schema, verb) = (permission.schema(), permission.verb());
        let is_mine = permission
            .project_scope()
            .is_some_and(|scope| std::ptr::eq(scope, self.scope));
        if !is_mine {
            return Ok(false);
        }
        // Both are asked: sets of two schemas are a mistake, whatever the other says.
        self.global.holds(permission)?;
        let own = self.own.holds(permission)?;
        Ok(own || self.scope.inherits_verb(schema, verb, &self.global))
    }
}
