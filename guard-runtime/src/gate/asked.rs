//! What a gate is asked about: an env, and what it may do in the projects that the path names.

use std::sync::Arc;

use crate::Id;
use crate::env::Env;
use crate::names::Foreign;
use crate::scope::{Permission, ProjectKey, ProjectScope};

/// An env at a gate.
pub(crate) struct Asked<'a> {
    pub(crate) env: &'a Env,
    /// One for each scope of projects that the gate speaks of.
    pub(crate) projects: Vec<(ProjectKey, Arc<ProjectScope>)>,
}

/// Why nothing can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Undecided {
    /// The gate and the user name groups, roles or permissions of two declarations.
    Foreign,
    /// The gate speaks of a project, and it is not known which.
    NoProject,
}

impl From<Foreign> for Undecided {
    fn from(_: Foreign) -> Self {
        Self::Foreign
    }
}

impl<'a> Asked<'a> {
    /// An env that asks about no project.
    pub(crate) fn of(env: &'a Env) -> Self {
        Self {
            env,
            projects: Vec::new(),
        }
    }

    pub(crate) fn may(&self, permission: Permission) -> Result<bool, Undecided> {
        if permission.is_global() {
            return Ok(self.env.permissions().holds(permission)?);
        }
        let scope = permission.project_scope().ok_or(Undecided::Foreign)?;
        let mut projects = self.projects.iter();
        let project = projects.find(|(key, _)| std::ptr::eq(key.scope, scope));
        let (_, project) = project.ok_or(Undecided::NoProject)?;
        Ok(project.holds(permission)?)
    }

    /// A project that the env may not know of.
    pub(crate) fn hidden(&self) -> Option<&Id> {
        let hidden = self.projects.iter().find(|(_, it)| !it.is_visible());
        hidden.map(|(key, _)| &key.id)
    }
}
