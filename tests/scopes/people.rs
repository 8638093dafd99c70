//! Users, projects and their directory, which notes what it is asked.

use std::sync::{Arc, Mutex, PoisonError};

use guard_runtime::{
    AccessControl, AccessControlBuilder, Answer, AuthError, Authenticator, Directory, Id, Identity,
    PermissionSet, Project, ProjectDirectory, ScopeLimit, User, Visibility,
};
use serde_json::Value;

use crate::declared::{roles, scopes};
use crate::support::{groups, issuer, jwt};

/// What was asked of the directory of projects: scope, id, user.
pub(crate) type Asked = Arc<Mutex<Vec<String>>>;

#[derive(Clone, Default)]
pub(crate) struct People(Asked);

pub(crate) fn set(texts: &str) -> PermissionSet {
    let (set, wrong) = scopes::SCHEMA.set(texts.split_whitespace());
    assert!(wrong.is_empty(), "{wrong:?}");
    set
}

impl People {
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

pub(crate) fn user(name: &str) -> User {
    let user = User::new(name);
    match name {
        "admin" => user
            .in_group(groups::core_internal)
            .with_role(roles::administrator),
        "internal" => user.in_group(groups::core_internal),
        // What is held in projects comes with membership and in no other way.
        "muddle" => user
            .in_group(groups::core_portal)
            .with_role(roles::owner)
            .with_permissions(&set("project.root:GET project.models:GET admin.tools:GET")),
        _ => user.in_group(groups::core_portal),
    }
}

impl Directory for People {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let name = identity.subject.as_ref().map(ToString::to_string);
        Answer::Now(Ok(name.map(|name| user(&name))))
    }
}

impl ProjectDirectory for People {
    fn find<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a User,
    ) -> Answer<'a, Result<Option<Project>, AuthError>> {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push(format!("{scope} {project} {}", user.id()));
        let private = Project::new(Visibility::Private);
        let is_member = user.id().to_string() != "admin";
        let found = match (scope, project.to_string().as_str()) {
            ("project", "1") if is_member => {
                private.member(set("project.root:GET project.models:GET"))
            }
            ("project", "2") if is_member => private.member(set("project.models:UPDATE")),
            ("project", "1" | "2" | "3") => private,
            ("project", "down") => {
                return Answer::later(async {
                    actix_web::rt::task::yield_now().await;
                    Err(AuthError::Unavailable("the database is down"))
                });
            }
            _ => return Answer::Now(Ok(None)),
        };
        Answer::later(async move {
            actix_web::rt::task::yield_now().await;
            Ok(Some(found))
        })
    }
}

/// `limited <user>`: may read tools, and in project 1 read models.
pub(crate) struct Limited;

impl Authenticator for Limited {
    fn accepts(&self, credential: &str) -> bool {
        credential.starts_with("limited_")
    }

    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        let mut identity = Identity::of(credential.trim_start_matches("limited_"));
        let limit = ScopeLimit::to(set("admin.tools:GET"));
        let limit = limit.in_project("project", 1, set("project.root:GET project.models:GET"));
        identity.limit = Some(Arc::new(limit));
        Answer::Now(Ok(identity))
    }
}

pub(crate) fn builder(people: &People) -> AccessControlBuilder {
    AccessControl::builder(people.clone())
        .projects(people.clone())
        .authenticator(Limited)
        .authenticator(jwt())
}

/// A token of this user with more claims.
pub(crate) fn claiming(user: &str, claims: &Value) -> String {
    let issued = issuer().issue(&Id::from(user), claims);
    issued.expect("plain claims").token
}
