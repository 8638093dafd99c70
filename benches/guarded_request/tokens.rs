//! A personal access token that was verified before.

use actix_http::Request;
use actix_web::http::header::AUTHORIZATION;
use actix_web::rt::SystemRunner;
use actix_web::test::TestRequest;
use actix_web::{App, test, web};
use guard_runtime::tokens::{AccessTokens, MemoryTokenStore, NewToken};
use guard_runtime::{
    AccessControl, Answer, AuthError, Directory, Env, Identity, Permission, User, requires_scope,
};

use crate::apps::{Subject, open};
use crate::scopes::of_100;

/// The one user, in memory: asked for at each request, as groups and roles may have changed.
struct Owner(User);

impl Directory for Owner {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let is_owner = identity.subject.as_ref() == Some(self.0.id());
        Answer::Now(Ok(is_owner.then(|| self.0.clone())))
    }
}

/// An application that takes them, and what makes requests with one.
pub(crate) fn access_token(
    system: &SystemRunner,
) -> (impl Subject + use<>, impl Fn() -> Request + use<>) {
    let tokens = AccessTokens::builder(MemoryTokenStore::default(), &of_100::SCHEMA);
    let tokens = tokens.build().expect("a plain configuration");
    let user = User::new(7).with_permissions(&Permission::from(of_100::LAST).into_set());
    let env = Env::of(user.clone()).expect("a plain user");
    let wanted = NewToken {
        title: "benchmark".to_owned(),
        expires_at: in_an_hour(),
        permissions: vec![Permission::from(of_100::LAST).to_string()],
        ..NewToken::default()
    };
    let created = system.block_on(tokens.create(&env, wanted));
    let bearer = format!("Bearer {}", created.expect("a token").secret.expose());
    let access = AccessControl::builder(Owner(user))
        .authenticator(tokens)
        .build()
        .expect("a complete configuration");
    let read = web::get().to(requires_scope(of_100::LAST).handler(open));
    let app = App::new().wrap(access).route("/x", read);
    let app = system.block_on(test::init_service(app));
    let request = move || {
        let request = TestRequest::get().uri("/x");
        let authorization = (AUTHORIZATION, bearer.as_str());
        request.insert_header(authorization).to_request()
    };
    (app, request)
}

fn in_an_hour() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.expect("a time after 1970").as_secs();
    i64::try_from(now).expect("a time before the year 292277026596") + 3600
}
