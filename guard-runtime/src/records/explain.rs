//! Why a record is or is not allowed, for those who may know.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use sea_orm::sea_query::Value;
use sea_orm::{DatabaseExecutor, DbErr, EntityTrait, ModelTrait as _, QueryFilter as _, Related};

use super::find::{KeyOf, values};
use super::key::has_key;
use super::rules::Rules;
use super::{AccessError, GuardedDb};
use crate::Env;
use crate::model::{Explanation, ModelAccess, Op, Rows};

/// Who is told why.
#[derive(Clone, Default)]
pub(super) struct Audience(Option<Arc<Who>>);

type Who = dyn Fn(&Env) -> bool + Send + Sync;

impl Audience {
    pub(super) fn has(&self, env: &Env) -> bool {
        env.elevation().is_some() || self.0.as_ref().is_some_and(|who| who(env))
    }
}

impl fmt::Debug for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "some" } else { "nobody" })
    }
}

type Loading<'a> = Pin<Box<dyn Future<Output = Result<Rows, DbErr>> + Send + 'a>>;
type Load<M> = Box<dyn for<'a> Fn(&'a M, DatabaseExecutor<'a>, Rows) -> Loading<'a> + Send + Sync>;

/// A question about one record: [`GuardedDb::explain`].
#[must_use = "nothing is asked before `exec`"]
pub struct Explain<E: EntityTrait> {
    db: GuardedDb,
    op: Op,
    key: Vec<Value>,
    of: Option<Env>,
    related: Vec<Load<E::Model>>,
}

impl GuardedDb {
    /// The same database, which tells these callers why a record is refused: as `explanation` in the
    /// problem, and by [`explain`](Self::explain). An explanation holds values of records that the
    /// caller may not read: it is for those who may see everything.
    #[must_use]
    pub fn explain_to(mut self, who: impl Fn(&Env) -> bool + Send + Sync + 'static) -> Self {
        self.audience = Audience(Some(Arc::new(who)));
        self
    }

    /// Which grants and restrictions decide about the record with this primary key, and the smallest
    /// change that would allow it. For a list, [`Op::Read`] says why a record is missing.
    ///
    /// ```
    /// # use sea_orm::entity::prelude::*;
    /// # use guard_runtime::model_access;
    /// # #[model_access(grant(core_portal, R, where author_id == env.uid))]
    /// # #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    /// # #[sea_orm(table_name = "note")]
    /// # pub struct Model { #[sea_orm(primary_key)] pub id: i64, pub author_id: i64 }
    /// # #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    /// # pub enum Relation {}
    /// # impl ActiveModelBehavior for ActiveModel {}
    /// use guard_runtime::Env;
    /// use guard_runtime::model::Op;
    /// use guard_runtime::records::{AccessError, GuardedDb};
    ///
    /// async fn why(db: &GuardedDb, customer: Env, id: i64) -> Result<String, AccessError> {
    ///     let why = db.explain::<Entity>(Op::Read, id).of(customer).exec().await?;
    ///     Ok(why.to_string())
    /// }
    /// ```
    pub fn explain<E: EntityTrait<Model: ModelAccess>>(
        &self,
        op: Op,
        id: impl Into<KeyOf<E>>,
    ) -> Explain<E> {
        Explain {
            db: self.clone(),
            op,
            key: values::<E>(id).collect(),
            of: None,
            related: Vec::new(),
        }
    }
}

impl<E: EntityTrait<Model: ModelAccess>> Explain<E> {
    /// What another user may do, and not who asks.
    pub fn of(mut self, env: Env) -> Self {
        self.of = Some(env);
        self
    }

    /// Looks at the related records of this model as well: rules that ask about records which nobody
    /// has looked at are unknown.
    pub fn related<R: EntityTrait<Model: Sync>>(mut self) -> Self
    where
        E: Related<R>,
    {
        self.related.push(Box::new(|model, connection, rows| {
            Box::pin(async move {
                let related = model.find_related(R::default());
                Ok(rows.with(related.all(&connection).await?))
            })
        }));
        self
    }

    /// Asks.
    ///
    /// # Errors
    ///
    /// [`AccessError::Forbidden`] for callers who are not told, who are all that
    /// [`explain_to`](GuardedDb::explain_to) does not name; [`AccessError::NotFound`] if there is no
    /// such record.
    pub async fn exec(self) -> Result<Explanation, AccessError> {
        let rules = Rules::<E>::of(&self.db)?;
        if !self.db.audience.has(&rules.env) {
            return Err(rules.forbidden(Op::Read));
        }
        let reading = self.db.executor.reading()?;
        let record = E::find().filter(has_key::<E>(&self.key));
        let found = record.one(&reading.connection()).await?;
        let model = found.ok_or_else(|| rules.not_found())?;
        let mut rows = Rows::default();
        for load in &self.related {
            rows = load(&model, reading.connection(), rows).await?;
        }
        let env = self.of.as_ref().unwrap_or(&rules.env);
        Ok(rules.explain(env, self.op, &model, &rows))
    }
}
