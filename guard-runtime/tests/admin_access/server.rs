//! The office, and the access control around it.

use std::time::Duration;

use guard_runtime::admin::access::{
    AssignmentKind, ChangeLog, ChangeState, MemoryChangeLog, NewChange, Vocabulary, registered,
};
use guard_runtime::admin::{Access, Admin, SignIn};
use guard_runtime::records::GuardedDb;
use guard_runtime::{
    AccessControl, AccessControlBuilder, Algorithm, Env, Id, Jwt, Key, TokenIssuer, User,
};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};

use crate::people::{People, catalog};
use crate::site::{Office, catalogue, project_pages, users};
use crate::{groups, scopes};

const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";
const ISSUER: &str = "https://office.example";

pub fn vocabulary() -> Vocabulary {
    let vocabulary = Vocabulary::new(&groups::SCHEMA).roles(catalog());
    vocabulary.scopes(&scopes::SCHEMA)
}

/// The office with all that its pages ask.
pub async fn office() -> (DatabaseConnection, AccessControl, Admin<Office>) {
    with(People::default(), log().await).await
}

pub async fn with(
    people: People,
    log: MemoryChangeLog,
) -> (DatabaseConnection, AccessControl, Admin<Office>) {
    let (raw, access, admin) = site(people.clone()).await;
    let given = given(people).changes(log);
    (raw, access, admin.access(given))
}

pub async fn without_log(people: People) -> (DatabaseConnection, AccessControl, Admin<Office>) {
    let (raw, access, admin) = site(people.clone()).await;
    (raw, access, admin.access(given(people)))
}

/// The office in which some may see the site as others.
pub async fn viewing(
    people: People,
    log: impl ChangeLog,
) -> (DatabaseConnection, AccessControl, Admin<Office>) {
    let (raw, access, admin) = site(people.clone()).await;
    let is_allowed = |_: &Env, user: &User| user.name() != "Pam";
    let given = given(people).changes(log).view_as_if(is_allowed);
    (raw, access, admin.access(given))
}

pub fn given(people: People) -> Access {
    let mounted = registered(|routes| {
        routes.service(
            guard_runtime::routes::scope("/api")
                .service(users)
                .service(project_pages),
        );
        routes.service(catalogue);
    });
    let given = Access::new(vocabulary()).accounts(people.clone());
    given.roles(people).routes(mounted)
}

/// The office with pages that have nothing to ask.
pub async fn bare() -> (DatabaseConnection, AccessControl, Admin<Office>) {
    site(People::default()).await
}

pub async fn database() -> DatabaseConnection {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1);
    Database::connect(options).await.unwrap()
}

async fn site(people: People) -> (DatabaseConnection, AccessControl, Admin<Office>) {
    let raw = database().await;
    let (access, admin) = on(&raw, people, |it| it);
    (raw, access, admin)
}

/// The office on a database, with more in its access control.
pub fn on(
    raw: &DatabaseConnection,
    people: People,
    more: impl FnOnce(AccessControlBuilder) -> AccessControlBuilder,
) -> (AccessControl, Admin<Office>) {
    let issuer = TokenIssuer::hmac(Algorithm::HS256, SECRET).unwrap();
    let issuer = issuer.issuer(ISSUER).audience(ISSUER);
    let issuer = issuer.lifetime(Duration::from_secs(600));
    let key = Key::hmac(Algorithm::HS256, SECRET).unwrap();
    let jwt = Jwt::builder().issuer(ISSUER).audience(ISSUER).keys(key);
    let access = more(AccessControl::builder(people.clone()))
        .authenticator(jwt.build().unwrap())
        .session_cookie("session", SECRET)
        .build()
        .unwrap();
    let admin = Admin::<Office>::new(GuardedDb::new(raw.clone())).unwrap();
    (access, admin.sign_in(SignIn::new(people, issuer)))
}

/// As many changes as fill more than a page, the last one with a name of somebody hostile.
async fn log() -> MemoryChangeLog {
    let log = MemoryChangeLog::default();
    let ada = Env::of(User::new(1)).unwrap();
    for at in 1..=60 {
        let user = Id::from(if at % 2 == 0 { 2 } else { 3 });
        let after = if at == 60 {
            "=<script>alert(1)</script>"
        } else {
            "seller"
        };
        let change = NewChange::of(
            &ada,
            &user,
            AssignmentKind::Group,
            ["core_internal"],
            [after],
        );
        let id = log.begin(change).get().await.unwrap();
        log.finish(id, ChangeState::Done).get().await.unwrap();
    }
    log
}
