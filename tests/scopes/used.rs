//! What a credential was used for: what let a request through, and nothing that only stood beside it.

use std::mem::take;
use std::sync::{Arc, Mutex, PoisonError};

use guard_runtime::{
    AccessControl, Answer, AuthError, Authenticator, Identity, Permission, ScopeLimit, Usage,
};

use crate::app::{app, get};
use crate::people::{People, set};

/// A credential that is limited to this, and what it was used for.
#[derive(Clone, Default)]
struct Noting {
    limit: Arc<Mutex<ScopeLimit>>,
    used: Arc<Mutex<Vec<String>>>,
}

impl Authenticator for Noting {
    fn authenticate<'a>(&'a self, user: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        let limit = self.limit.lock().unwrap_or_else(PoisonError::into_inner);
        let mut identity = Identity::of(user);
        identity.limit = Some(Arc::new(limit.clone()));
        identity.usage = Some(Arc::new(self.clone()));
        Answer::Now(Ok(identity))
    }
}

impl Usage for Noting {
    fn seen(&self, _: i64) {}

    fn used(&self, permission: Permission) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.push(permission.to_string());
    }
}

#[actix_web::test]
async fn of_alternatives_the_one_that_lets_through_is_used() {
    let (people, noting) = (People::default(), Noting::default());
    let access = AccessControl::builder(people.clone());
    let access = access.projects(people).authenticator(noting.clone());
    let app = app!(access);
    for (user, limit, uri, status, used) in [
        ("admin", "admin.tools:GET", "/several", 403, ""),
        (
            "admin",
            "admin.configuration:GET admin.configuration:UPDATE admin.tools:GET admin.tools:UPDATE",
            "/several",
            200,
            "admin.configuration:UPDATE admin.configuration:GET admin.tools:GET",
        ),
        // Half of an alternative lets nobody through.
        (
            "admin",
            "admin.tools:GET user.tokens:GET",
            "/nested",
            200,
            "user.tokens:GET",
        ),
        (
            "admin",
            "admin.configuration:UPDATE admin.tools:GET",
            "/nested",
            200,
            "admin.tools:GET admin.configuration:UPDATE",
        ),
        // One suffices.
        (
            "admin",
            "admin.tools:UPDATE user.tokens:CREATE",
            "/either",
            200,
            "admin.tools:UPDATE",
        ),
        (
            "admin",
            "admin.tools:GET user.tokens:CREATE",
            "/either",
            200,
            "user.tokens:CREATE",
        ),
        (
            "admin",
            "admin.tools:UPDATE",
            "/manager_or_tools",
            200,
            "admin.tools:UPDATE",
        ),
        // Everybody may, so nothing was needed.
        ("portal", "project.root:GET", "/projects/1/public", 200, ""),
        (
            "portal",
            "project.root:GET",
            "/projects/1/tools",
            403,
            "project.root:GET",
        ),
    ] {
        *noting.limit.lock().unwrap_or_else(PoisonError::into_inner) = ScopeLimit::to(set(limit));
        assert_eq!(get!(app, uri, Some(user)).0, status, "{uri} with {limit}");
        let found = take(&mut *noting.used.lock().unwrap_or_else(PoisonError::into_inner));
        assert_eq!(found.join(" "), used, "{uri} with {limit}");
    }
}
