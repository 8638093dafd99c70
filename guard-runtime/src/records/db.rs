//! The guarded database.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use sea_orm::{DatabaseConnection, EntityTrait};

use super::executor::Executor;
use super::explain::Audience;
use super::rules::Rules;
use super::{AccessError, Find};
use crate::model::{ModelAccess, Op};
use crate::{Denied, Env, env_ctx};

/// A database that obeys the rules of its models.
///
/// It runs only what is built here, so no query can forget a rule: it is no connection of `SeaORM`, and
/// the one inside is out of reach. It asks the env that is in force below the handler, or the one it is
/// given by [`with_env`](Self::with_env). Without an env every operation is an error.
///
/// A handler takes it as an argument; the application keeps one in its data.
///
/// ```
/// use actix_web::{App, get, web};
/// use guard_runtime::records::{AccessError, GuardedDb};
/// use guard_runtime::requires_user;
///
/// mod note {
///     use guard_runtime::model_access;
///     use sea_orm::entity::prelude::*;
///     use serde::Serialize;
///
///     #[model_access(grant(core_portal, R, where author_id == env.uid))]
///     #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize)]
///     #[sea_orm(table_name = "note")]
///     pub struct Model {
///         #[sea_orm(primary_key)]
///         pub id: i64,
///         pub author_id: i64,
///     }
/// #   #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
/// #   pub enum Relation {}
/// #   impl ActiveModelBehavior for ActiveModel {}
/// }
///
/// #[requires_user]
/// #[get("/notes/{id}")]
/// async fn read_note(
///     id: web::Path<i64>,
///     db: GuardedDb,
/// ) -> Result<web::Json<note::Model>, AccessError> {
///     // 404 also for the notes of others.
///     Ok(web::Json(db.get::<note::Entity>(*id).await?))
/// }
///
/// # fn open(connection: sea_orm::DatabaseConnection) {
/// let db = GuardedDb::new(connection);
/// let app = App::new().app_data(db).service(read_note);
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GuardedDb {
    pub(super) executor: Executor,
    pub(super) audience: Audience,
    env: Option<Env>,
}

impl GuardedDb {
    /// Guards a connection pool: `SQLite` or `PostgreSQL`. Give it all there is of it, so that nobody
    /// holds another one.
    #[must_use]
    pub fn new(connection: DatabaseConnection) -> Self {
        let executor = Executor::Pool(connection);
        Self {
            executor,
            audience: Audience::default(),
            env: None,
        }
    }

    /// The same database for this env, whatever env is in force: for jobs and tests.
    #[must_use]
    pub fn with_env(&self, env: Env) -> Self {
        Self {
            executor: self.executor.clone(),
            audience: self.audience.clone(),
            env: Some(env),
        }
    }

    /// The same database with the rules for records and fields lifted, and a log line that says why.
    ///
    /// Without a reason nothing is lifted.
    ///
    /// # Errors
    ///
    /// [`AccessError::Env`] if there is no env: somebody has to answer for it.
    pub fn sudo(&self, reason: &str) -> Result<Self, AccessError> {
        Ok(self.with_env(self.env()?.sudo(reason)))
    }

    /// The records of a model that the user may read; nothing is asked before the last step.
    pub fn find<E: EntityTrait<Model: ModelAccess>>(&self) -> Find<E> {
        Find::new(self.clone())
    }

    /// One record, by its primary key.
    ///
    /// # Errors
    ///
    /// [`AccessError::NotFound`] also if there is one that the user may not read.
    pub async fn get<E: EntityTrait<Model: ModelAccess>>(
        &self,
        id: impl Into<super::KeyOf<E>>,
    ) -> Result<super::ReadableOf<E>, AccessError> {
        self.find::<E>().by_id(id).one().await
    }

    /// Refuses what the user may do with no record of the model, whatever it holds: before work is done
    /// for it.
    ///
    /// # Errors
    ///
    /// [`AccessError::Forbidden`], or no env.
    pub fn could<E: EntityTrait<Model: ModelAccess>>(&self, op: Op) -> Result<(), AccessError> {
        Rules::<E>::of(self)?.could(op)
    }

    /// Who is asking.
    pub(super) fn env(&self) -> Result<Env, AccessError> {
        match &self.env {
            Some(env) => Ok(env.clone()),
            None => Ok(env_ctx::get()?),
        }
    }

    pub(super) fn within(&self, executor: Executor) -> Self {
        Self {
            executor,
            audience: self.audience.clone(),
            env: self.env.clone(),
        }
    }
}

/// The one that the application keeps, by itself or as [`web::Data`]; 500 where it keeps none.
impl FromRequest for GuardedDb {
    type Error = Denied;
    type Future = Ready<Result<Self, Denied>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let shared = || request.app_data::<web::Data<Self>>().map(|it| &***it);
        let found = request.app_data::<Self>().or_else(shared).cloned();
        ready(found.ok_or_else(|| {
            Denied::from(AccessError::Broken(
                "the application keeps no `GuardedDb`: give it one with `app_data`",
            ))
        }))
    }
}
