//! Asking what an env may do in a project: once in a request for each.

use std::sync::Arc;

use super::ProjectScope;
use super::ScopeEntry;
use crate::Id;
use crate::access::Control;
use crate::authn::AuthError;
use crate::env::{Env, Slot};

/// One project of one scope.
#[derive(Clone)]
pub(crate) struct ProjectKey {
    pub(crate) scope: &'static ScopeEntry,
    pub(crate) id: Id,
}

impl PartialEq for ProjectKey {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.scope, other.scope) && self.id == other.id
    }
}

/// What was found out about a project.
#[derive(Clone)]
pub(crate) enum ProjectAnswer {
    Known(Arc<ProjectScope>),
    /// What has to be asked does not answer.
    Unavailable(&'static str),
    /// Nobody can be asked.
    NoDirectory,
}

/// Finds out what an env may do in a project, and notes it in the slot if that is the env's.
pub(crate) async fn look_up(slot: &Slot, env: &Env, key: ProjectKey) -> ProjectAnswer {
    let is_callers = slot.is_of(env);
    if is_callers && let Some(known) = slot.project(&key) {
        return known;
    }
    let answer = find(slot.control().map(Arc::as_ref), env, &key).await;
    if is_callers {
        slot.note_project(key, answer.clone());
    }
    answer
}

async fn find(control: Option<&Control>, env: &Env, key: &ProjectKey) -> ProjectAnswer {
    let Some(directory) = control.and_then(|it| it.projects.as_ref()) else {
        return ProjectAnswer::NoDirectory;
    };
    let found = directory.find(key.scope.name, &key.id, env.user());
    match found.get().await {
        Ok(project) => {
            let scope = ProjectScope::resolve(env, key.scope, &key.id, project.as_ref());
            ProjectAnswer::Known(Arc::new(scope))
        }
        // Nobody signs in here: whatever is wrong is no refusal.
        Err(AuthError::Unavailable(what) | AuthError::Invalid(what)) => {
            ProjectAnswer::Unavailable(what)
        }
    }
}
