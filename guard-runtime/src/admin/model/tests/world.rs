//! A database with rows, who asks, and how.

use actix_web::ResponseError as _;
use sea_orm::sea_query::extension::postgres::TypeCreateStatement;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, IntoActiveModel as _, Schema,
};
use serde_json::Value as Json;

use super::databases::Place;
use super::models::{line, memo, ticket, wide};
use super::pages::UNLUCKY;
use crate::admin::ListRequest;
use crate::admin::model::Erased;
use crate::admin::objects::{Entered, FieldError, Given, Listed, ModelObject, PageError};
use crate::records::{AccessError, GuardedDb};
use crate::{Env, User, groups};

pub(super) struct World {
    pub(super) raw: DatabaseConnection,
    db: GuardedDb,
}

/// Somebody, and the database for them.
pub(super) struct Caller {
    pub(super) env: Env,
    pub(super) db: GuardedDb,
}

/// 1 and 2 are of the portal user 7, 3 is posted, `UNLUCKY` is refused by the page.
pub(super) const MEMOS: [(i64, i64, &str, &str, Option<i64>); 4] = [
    (1, 7, "apples", "draft", Some(30)),
    (2, 7, "pears", "draft", None),
    (3, 9, "plums_%", "posted", Some(10)),
    (UNLUCKY, 9, "grapes", "draft", Some(20)),
];

impl World {
    pub(super) async fn new(place: &Place) -> Self {
        let raw = place.open().await;
        table::<wide::Entity>(&raw).await;
        table::<memo::Entity>(&raw).await;
        table::<line::Entity>(&raw).await;
        table::<ticket::Entity>(&raw).await;
        let memos = MEMOS.map(|(id, author_id, title, status, secret)| memo::Model {
            id,
            author_id,
            title: title.to_owned(),
            status: status.to_owned(),
            secret,
            body: None,
        });
        let memos = memos.map(memo::Model::into_active_model);
        let insert = memo::Entity::insert_many(memos);
        insert.exec_without_returning(&raw).await.unwrap();
        if raw.get_database_backend() == DbBackend::Postgres {
            let sql = "SELECT setval(pg_get_serial_sequence('memo', 'id'), 100)";
            raw.execute_unprepared(sql).await.unwrap();
        }
        let db = GuardedDb::new(raw.clone());
        Self { raw, db }
    }

    pub(super) fn of(&self, user: User) -> Caller {
        let env = Env::of(user).unwrap();
        Caller {
            db: self.db.with_env(env.clone()),
            env,
        }
    }

    pub(super) fn clerk(&self) -> Caller {
        self.of(User::new(1).in_group(groups::core_internal))
    }

    pub(super) fn portal(&self) -> Caller {
        self.of(User::new(7).in_group(groups::core_portal))
    }

    pub(super) async fn memos(&self) -> Vec<memo::Model> {
        let mut memos = memo::Entity::find().all(&self.raw).await.unwrap();
        memos.sort_by_key(|it| it.id);
        memos
    }
}

async fn table<E: EntityTrait>(db: &DatabaseConnection) {
    let backend = db.get_database_backend();
    let schema = Schema::new(backend);
    if backend == DbBackend::Postgres {
        let types: Vec<TypeCreateStatement> = schema.create_enum_from_entity(E::default());
        for create in types {
            db.execute(&create).await.unwrap();
        }
    }
    let create = schema.create_table_from_entity(E::default());
    db.execute(&create).await.unwrap();
}

impl Caller {
    pub(super) async fn list<P>(&self, query: &str) -> Result<Listed, PageError>
    where
        Erased<P>: ModelObject,
    {
        let request = ListRequest::parse(query)?;
        let page: &dyn ModelObject = &Erased::<P>::NEW;
        page.list(&self.env, &self.db, &request).await
    }

    /// The keys of a list.
    pub(super) async fn keys<P>(&self, query: &str) -> Vec<String>
    where
        Erased<P>: ModelObject,
    {
        let listed = self.list::<P>(query).await;
        let listed = listed.unwrap_or_else(|error| panic!("{query}: {error:?}"));
        listed.records.into_iter().map(|it| it.key).collect()
    }
}

/// As a form sends it.
pub(super) fn text(fields: &[(&str, &str)]) -> Entered {
    let given = |text: &&str| Given::Text((*text).to_owned());
    let fields = fields.iter();
    fields
        .map(|(name, text)| ((*name).to_owned(), given(text)))
        .collect()
}

/// As JSON.
pub(super) fn json(object: Json) -> Entered {
    let Json::Object(members) = object else {
        panic!("no object: {object}");
    };
    let members = members.into_iter();
    members
        .map(|(name, value)| (name, Given::Json(value)))
        .collect()
}

pub(super) fn keys(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|it| (*it).to_owned()).collect()
}

/// What a refusal is, in one line.
pub(super) fn told<T: std::fmt::Debug>(result: Result<T, PageError>) -> String {
    match result.expect_err("it is refused") {
        PageError::List(error) => format!("list: {error}"),
        PageError::Invalid(errors) | PageError::Taken(errors, _) => {
            let one = |it: FieldError| match it.field {
                Some(field) => format!("{field} {}", it.message),
                None => it.message,
            };
            errors.into_iter().map(one).collect::<Vec<_>>().join("; ")
        }
        PageError::NoSuchKey => "no such key".to_owned(),
        PageError::Denied(denied) => format!("denied: {}", denied.status_code()),
        PageError::Access(AccessError::Fields { fields, write, .. }) => {
            let verb = if write { "write" } else { "read" };
            format!("may not {verb} {}", fields.join(", "))
        }
        PageError::Access(error) => error.to_string(),
        PageError::Failed(why) => format!("failed: {why}"),
    }
}
