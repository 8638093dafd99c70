//! Records that may be asked about, by the name of their model.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::str::FromStr;
use std::sync::Arc;

use futures_core::future::LocalBoxFuture;
use sea_orm::EntityTrait;

use super::AskError;
use crate::env::Env;
use crate::model::{Explanation, ModelAccess, Op};
use crate::records::{AccessError, GuardedDb, KeyOf};

/// A key of one column that has one text: a number, a UUID.
pub trait RecordKey: FromStr + Display + 'static {}

impl<K: FromStr + Display + 'static> RecordKey for K {}

type Asked = LocalBoxFuture<'static, Result<Explanation, AccessError>>;
/// `None` for a text that is no key.
type Ask = dyn Fn(Op, &str, Env) -> Option<Asked> + Send + Sync;

/// The records that may be asked about: of each model, how one is found by the text of its key.
///
/// Who is told is what the database says: [`GuardedDb::explain_to`]. An explanation holds values of records,
/// so the gate of the page alone does not do.
///
/// ```
/// # mod note {
/// #     use guard_runtime::model_access;
/// #     use sea_orm::entity::prelude::*;
/// #     #[model_access(grant(core_portal, R, where author_id == env.uid))]
/// #     #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
/// #     #[sea_orm(table_name = "note")]
/// #     pub struct Model { #[sea_orm(primary_key)] pub id: i64, pub author_id: i64 }
/// #     #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
/// #     pub enum Relation {}
/// #     impl ActiveModelBehavior for ActiveModel {}
/// # }
/// use guard_runtime::admin::access::Records;
/// use guard_runtime::records::GuardedDb;
/// use guard_runtime::{Env, groups};
///
/// fn records(db: GuardedDb) -> Records {
///     let db = db.explain_to(|env: &Env| env.in_group(groups::core_internal));
///     Records::default().with::<note::Entity, i64>(&db)
/// }
/// ```
#[derive(Clone, Default)]
pub struct Records(BTreeMap<&'static str, Arc<Ask>>);

impl Records {
    /// The records of an entity, whose key is this one value. Rules that look at related records are
    /// unknown: [`with_related`](Self::with_related) takes those.
    #[must_use]
    pub fn with<E, K>(self, db: &GuardedDb) -> Self
    where
        E: EntityTrait<Model: ModelAccess>,
        K: RecordKey + Into<KeyOf<E>>,
    {
        let db = db.clone();
        self.with_related::<E, K>(move |op, key, env| {
            let asked = db.explain::<E>(op, key).of(env);
            Box::pin(asked.exec())
        })
    }

    /// The same with a question of one's own:
    /// `|op, key, env| Box::pin(db.explain::<E>(op, key).of(env).related::<line::Entity>().exec())`
    #[must_use]
    pub fn with_related<E, K>(
        mut self,
        ask: impl Fn(Op, K, Env) -> Asked + Send + Sync + 'static,
    ) -> Self
    where
        E: EntityTrait<Model: ModelAccess>,
        K: RecordKey,
    {
        let ask = move |op, text: &str, env| {
            let key = text.parse::<K>().ok()?;
            // Each key has one text.
            (key.to_string() == text).then(|| ask(op, key, env))
        };
        self.0.insert(E::Model::ACCESS.name(), Arc::new(ask));
        self
    }

    /// Why an env may do something with a record.
    pub(super) async fn explain(
        &self,
        (model, op, id): (&str, Op, &str),
        env: Env,
    ) -> Result<Explanation, AskError> {
        let ask = self.0.get(model).ok_or(AskError::Unknown("record"))?;
        let asked = ask(op, id, env).ok_or(AskError::Unknown("record"))?;
        asked.await.map_err(|error| match error {
            AccessError::NotFound { .. } => AskError::Unknown("record"),
            error => AskError::Denied(error.into()),
        })
    }
}

impl fmt::Debug for Records {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
