//! The office with its rows, its people and its accounts.

use std::time::Duration;

use guard_runtime::admin::{Accounts, Admin, SignIn, Site};
use guard_runtime::records::GuardedDb;
use guard_runtime::{
    AccessControl, Algorithm, Answer, AuthError, Directory, Id, Identity, Jwt, Key, TokenIssuer,
    User,
};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, EntityTrait,
    IntoActiveModel, Schema,
};

use crate::groups;
use crate::models::{invoice, tag};
use crate::office::Office;

const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";
const ISSUER: &str = "https://office.example";

struct People;

impl Directory for People {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let id = identity.subject.clone().and_then(|it| it.as_i64());
        let user = User::new(id.unwrap_or_default());
        Answer::Now(Ok(match id {
            Some(1) => Some(user.named("Ada <b>").in_group(groups::manager)),
            Some(2) => Some(user.named("Sam").in_group(groups::seller)),
            Some(3) => Some(user.named("Ivy").in_group(groups::core_internal)),
            Some(5) => Some(user.named("Zoe").in_group(groups::manager)),
            Some(4) => Some(user.named("Pam").in_group(groups::core_portal)),
            _ => None,
        }))
    }
}

impl Accounts for People {
    fn check<'a>(
        &'a self,
        name: &'a str,
        password: &'a str,
    ) -> Answer<'a, Result<Option<Id>, AuthError>> {
        let names = ["ada", "sam", "ivy", "pam", "zoe"];
        let at = names
            .iter()
            .position(|it| *it == name && password == "open sesame");
        Answer::Now(match name {
            "down" => Err(AuthError::Unavailable("accounts")),
            _ => Ok(at.map(|at| Id::from(i64::try_from(at).unwrap() + 1))),
        })
    }
}

/// An empty database.
pub async fn database() -> DatabaseConnection {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1);
    Database::connect(options).await.unwrap()
}

pub async fn table<E: EntityTrait>(raw: &DatabaseConnection, entity: E) {
    let schema = Schema::new(sea_orm::DbBackend::Sqlite);
    let create = schema.create_table_from_entity(entity);
    raw.execute(&create).await.unwrap();
}

/// The office with its rows, and the access control around it.
pub async fn office() -> (DatabaseConnection, AccessControl, Admin<Office>) {
    let raw = database().await;
    table(&raw, invoice::Entity).await;
    table(&raw, tag::Entity).await;
    for at in 1..=30 {
        let invoice = invoice::Model {
            id: at,
            owner_id: if at % 2 == 0 { 2 } else { 1 },
            number: format!("A-{at:03}"),
            status: if at % 3 == 0 { "sent" } else { "draft" }.to_owned(),
            total: at * 100,
            paid: at == 1,
            note: (at == 1).then(|| "<script>alert(1)</script>".to_owned()),
            cost: Some(7_000 + at),
            code: Some(format!("code {at}")),
        };
        invoice::Entity::insert(invoice.into_active_model())
            .exec(&raw)
            .await
            .unwrap();
    }
    for name in ["new", "..", "a/b"] {
        let tag = tag::Model {
            name: name.to_owned(),
            about: format!("about {name}"),
        };
        tag::Entity::insert(tag.into_active_model())
            .exec(&raw)
            .await
            .unwrap();
    }
    let (access, admin) = served(&raw);
    (raw, access, admin)
}

/// A site, and the access control around it.
pub fn served<S: Site>(raw: &DatabaseConnection) -> (AccessControl, Admin<S>) {
    let issuer = TokenIssuer::hmac(Algorithm::HS256, SECRET).unwrap();
    let issuer = issuer
        .issuer(ISSUER)
        .audience(ISSUER)
        .lifetime(Duration::from_secs(600));
    let key = Key::hmac(Algorithm::HS256, SECRET).unwrap();
    let jwt = Jwt::builder()
        .issuer(ISSUER)
        .audience(ISSUER)
        .keys(key)
        .build()
        .unwrap();
    let access = AccessControl::builder(People)
        .authenticator(jwt)
        .session_cookie("session", SECRET)
        .build()
        .unwrap();
    let admin = Admin::<S>::new(GuardedDb::new(raw.clone())).unwrap();
    (access, admin.sign_in(SignIn::new(People, issuer)))
}
