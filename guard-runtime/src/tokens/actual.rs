//! What tokens may do now, by what their owner may do.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::requested::Requested;
use crate::access::Control;
use crate::authn::{AuthError, Identity};
use crate::denied::Denied;
use crate::env::{Env, current_slot};
use crate::scope::{PermissionSet, Project, ProjectScope, ScopeEntry};
use crate::{Id, User};

/// What is known of the owner of some tokens.
#[derive(Default)]
pub(super) struct Actual {
    owner: Owner,
    /// As the owner meets them, by scope and id; `None` for what does not exist.
    projects: HashMap<(&'static str, Id), Option<Project>>,
}

#[derive(Default)]
enum Owner {
    /// Nobody was asked.
    #[default]
    Unknown,
    /// Gone or blocked.
    Nobody,
    Known(User),
}

/// What one token may do now.
#[derive(Default)]
pub(super) struct ActualPermissions {
    pub(super) global: PermissionSet,
    projects: Vec<(&'static ScopeEntry, Id, PermissionSet)>,
}

impl Actual {
    /// Finds out what the owner of these tokens may do, as it will be found out when one is used.
    pub(super) async fn find(owner: &Id, tokens: &[Requested]) -> Result<Self, Denied> {
        let slot = current_slot();
        let Some(control) = slot.as_ref().and_then(|it| it.control()) else {
            return Ok(Self::default());
        };
        let identity = Identity::of(owner.clone());
        let user = control.directory.find(&identity).get().await;
        let user = user.map_err(unavailable)?;
        let Some(user) = user else {
            return Ok(Self {
                owner: Owner::Nobody,
                projects: HashMap::new(),
            });
        };
        let mut actual = Self::default();
        for it in tokens.iter().flat_map(|it| &it.projects) {
            let key = (it.scope.name, it.project.clone());
            if let Entry::Vacant(unknown) = actual.projects.entry(key) {
                unknown.insert(find_project(control, it.scope, &it.project, &user).await?);
            }
        }
        actual.owner = Owner::Known(user);
        Ok(actual)
    }

    /// What a token of this owner may do; `None` if nobody was asked.
    pub(super) fn of(&self, requested: &Requested) -> Option<ActualPermissions> {
        let user = match &self.owner {
            Owner::Unknown => return None,
            Owner::Nobody => return Some(ActualPermissions::default()),
            Owner::Known(user) => user.clone(),
        };
        let mut identity = Identity::of(user.id().clone());
        identity.limit = Some(Arc::new(requested.limit()));
        let Ok(env) = Env::checked(user, true, Some(Arc::new(identity))) else {
            return Some(ActualPermissions::default());
        };
        let projects = requested.projects.iter().map(|it| {
            let project = self.projects.get(&(it.scope.name, it.project.clone()));
            let project = project.and_then(Option::as_ref);
            let held = ProjectScope::resolve(&env, it.scope, &it.project, project);
            let actual = it.permissions.intersection(&held.permissions());
            (it.scope, it.project.clone(), actual)
        });
        Some(ActualPermissions {
            projects: projects.collect(),
            global: env.permissions().clone(),
        })
    }

    /// What one may do that is revoked or has expired; `None` if nobody was asked.
    pub(super) fn of_ended(&self) -> Option<ActualPermissions> {
        match self.owner {
            Owner::Unknown => None,
            Owner::Nobody | Owner::Known(_) => Some(ActualPermissions::default()),
        }
    }
}

impl ActualPermissions {
    pub(super) fn in_project(&self, scope: &str, id: &Id) -> PermissionSet {
        let mut projects = self.projects.iter();
        let found = projects.find(|(of, known, _)| of.name == scope && known == id);
        found
            .map(|(_, _, actual)| actual.clone())
            .unwrap_or_default()
    }
}

async fn find_project(
    control: &Control,
    scope: &ScopeEntry,
    id: &Id,
    user: &User,
) -> Result<Option<Project>, Denied> {
    let Some(directory) = &control.projects else {
        return Ok(None);
    };
    let project = directory.find(scope.name, id, user).get().await;
    project.map_err(unavailable)
}

fn unavailable(error: AuthError) -> Denied {
    // Nobody signs in here: whatever is wrong is no refusal.
    let (AuthError::Invalid(what) | AuthError::Unavailable(what)) = error;
    Denied::unavailable(what)
}
