//! Users who change while their token stays: what is known of them is never older than the request.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use actix_web::http::header::AUTHORIZATION;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, get};
use guard_runtime::{
    AccessControl, Answer, AuthError, Directory, Env, Identity, Revocations, User, requires_group,
};
use support::{groups, jwt, token};

/// The one user, as they are at the moment.
#[derive(Clone)]
struct Current {
    user: Arc<Mutex<Result<Option<User>, AuthError>>>,
    /// Whether it has to be waited for.
    waits: bool,
    /// How often an answer was worked for.
    asked: Arc<AtomicUsize>,
}

impl Current {
    fn new(user: User, waits: bool) -> Self {
        Self {
            user: Arc::new(Mutex::new(Ok(Some(user)))),
            waits,
            asked: Arc::default(),
        }
    }

    fn set(&self, user: Result<Option<User>, AuthError>) {
        *self.user.lock().expect("no test has failed") = user;
    }

    fn get(&self) -> Result<Option<User>, AuthError> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        self.user.lock().expect("no test has failed").clone()
    }
}

impl Directory for Current {
    fn find<'a>(&'a self, _: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        if self.waits {
            Answer::later(async move { self.get() })
        } else {
            Answer::Now(self.get())
        }
    }
}

#[requires_group(sales)]
#[get("/")]
async fn who(env: Env) -> String {
    let companies = env.user().companies().len();
    format!("{} {companies}", env.user().name())
}

/// What the application answers to the same token, one state of its user after the other.
async fn answers(waits: bool) -> (Vec<(u16, String)>, usize) {
    let ada = || User::new("ada").named("Ada").in_group(groups::sales);
    let current = Current::new(ada(), waits);
    let revocations = Revocations::default();
    let access = AccessControl::builder(current.clone())
        .authenticator(jwt())
        .revocations(revocations.clone())
        .build()
        .expect("a complete configuration");
    let app = init_service(App::new().wrap(access).service(who)).await;
    let bearer = format!("Bearer {}", token("ada"));
    let mut answers = Vec::new();
    let course = [
        Ok(Some(ada())),
        Ok(Some(ada())),
        Ok(Some(ada().named("Ada Lovelace"))),
        Ok(Some(ada().with_companies([1, 2]))),
        Ok(Some(User::new("ada").named("Ada"))),
        Ok(Some(ada().blocked(true))),
        Ok(None),
        Err(AuthError::Unavailable("the database is down")),
        Ok(Some(ada())),
    ];
    let count = course.len();
    for state in course {
        current.set(state);
        let request = TestRequest::get().insert_header((AUTHORIZATION, bearer.as_str()));
        let response = call_service(&app, request.to_request()).await;
        let status = response.status().as_u16();
        let body = read_body(response).await;
        let body = String::from_utf8_lossy(&body).into_owned();
        answers.push((status, if status == 200 { body } else { String::new() }));
    }
    assert_eq!(current.asked.load(Ordering::Relaxed), count);

    // A token that is revoked asks nobody.
    revocations.sign_out(&"ada".into());
    let request = TestRequest::get().insert_header((AUTHORIZATION, bearer.as_str()));
    let refused = call_service(&app, request.to_request()).await;
    assert_eq!(refused.status(), 401);
    (answers, current.asked.load(Ordering::Relaxed) - count)
}

#[actix_web::test]
async fn a_change_counts_at_once_although_the_token_is_cached() {
    for waits in [false, true] {
        let (answers, asked) = answers(waits).await;
        let ok = |body: &str| (200, body.to_owned());
        let refused = |status| (status, String::new());
        let expected = [
            ok("Ada 0"),
            ok("Ada 0"),
            ok("Ada Lovelace 0"),
            ok("Ada 2"),
            refused(403),
            refused(403),
            refused(401),
            refused(503),
            ok("Ada 0"),
        ];
        assert_eq!(answers, expected, "waits: {waits}");
        assert_eq!(asked, 0, "waits: {waits}");
    }
}

/// Takes so long that the token is revoked meanwhile.
struct Slow {
    revocations: Revocations,
    is_revoked: bool,
}

impl Directory for Slow {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        Answer::later(async move {
            let id = identity.token_id.as_deref().expect("a token of our own");
            if self.is_revoked {
                self.revocations.revoke_token(id, i64::MAX);
            }
            Ok(Some(User::new("ada").in_group(groups::sales)))
        })
    }
}

#[actix_web::test]
async fn a_token_that_is_revoked_while_its_user_is_looked_up_lets_nobody_in() {
    for (is_revoked, status) in [(false, 200), (true, 401)] {
        let revocations = Revocations::default();
        let directory = Slow {
            revocations: revocations.clone(),
            is_revoked,
        };
        let access = AccessControl::builder(directory)
            .authenticator(jwt())
            .revocations(revocations)
            .build()
            .expect("a complete configuration");
        let app = init_service(App::new().wrap(access).service(who)).await;
        let bearer = format!("Bearer {}", token("ada"));
        for _ in 0..2 {
            let request = TestRequest::get().insert_header((AUTHORIZATION, bearer.as_str()));
            let response = call_service(&app, request.to_request()).await;
            assert_eq!(response.status(), status, "{is_revoked}");
        }
    }
}
