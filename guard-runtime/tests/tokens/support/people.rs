//! Users and projects, which change while the application runs.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use guard_runtime::{
    Answer, AuthError, Authenticator, Directory, Id, Identity, PermissionSet, Project,
    ProjectDirectory, User, Visibility, groups,
};

use super::schema::scopes::SCHEMA;

/// Who there is. A clone is the same.
#[derive(Clone, Default)]
pub(crate) struct People {
    users: Arc<Mutex<HashMap<Id, User>>>,
    members: Arc<Mutex<HashMap<(Id, Id), PermissionSet>>>,
    pub(crate) down: Arc<AtomicBool>,
}

pub(crate) fn permissions(texts: &[&str]) -> PermissionSet {
    let (set, wrong) = SCHEMA.set(texts.iter().copied());
    assert!(wrong.is_empty(), "{wrong:?}");
    set
}

impl People {
    pub(crate) fn add(&self, name: &str, may: &[&str]) {
        let user = User::new(name)
            .in_group(groups::core_portal)
            .with_permissions(&permissions(may));
        self.put(user);
    }

    pub(crate) fn put(&self, user: User) {
        let mut users = self.users.lock().unwrap();
        users.insert(user.id().clone(), user);
    }

    pub(crate) fn remove(&self, name: &str) {
        self.users.lock().unwrap().remove(&Id::from(name));
    }

    pub(crate) fn get(&self, name: &str) -> User {
        self.users.lock().unwrap()[&Id::from(name)].clone()
    }

    pub(crate) fn join(&self, name: &str, project: i64, may: &[&str]) {
        let key = (Id::from(project), Id::from(name));
        self.members.lock().unwrap().insert(key, permissions(may));
    }
}

impl Directory for People {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        Answer::later(async move {
            actix_web::rt::task::yield_now().await;
            if self.down.load(Ordering::SeqCst) {
                return Err(AuthError::Unavailable("the directory is down"));
            }
            let subject = identity.subject.as_ref();
            Ok(subject.and_then(|it| self.users.lock().unwrap().get(it).cloned()))
        })
    }
}

/// Projects 1 to 9, all private.
impl ProjectDirectory for People {
    fn find<'a>(
        &'a self,
        _: &'a str,
        project: &'a Id,
        user: &'a User,
    ) -> Answer<'a, Result<Option<Project>, AuthError>> {
        let there = project.as_i64().is_some_and(|it| (1..10).contains(&it));
        let members = self.members.lock().unwrap();
        let mine = members.get(&(project.clone(), user.id().clone())).cloned();
        let project = Project::new(Visibility::Private);
        Answer::Now(Ok(there.then(|| match mine {
            Some(mine) => project.member(mine),
            None => project,
        })))
    }
}

/// Sessions: `session.ada`. They have no limit.
pub(crate) struct Sessions;

impl Authenticator for Sessions {
    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        Answer::Now(match credential.strip_prefix("session.") {
            Some(name) => Ok(Identity::of(name)),
            None => Err(AuthError::Invalid("no session")),
        })
    }
}
