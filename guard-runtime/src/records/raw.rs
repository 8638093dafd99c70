//! Records whole, for those within this crate that show of them what may be read.

use sea_orm::{EntityTrait, PaginatorTrait as _, QueryOrder, QuerySelect as _};
#[cfg(feature = "admin")]
use sea_orm::{QueryFilter as _, Value};

#[cfg(feature = "admin")]
use super::GuardedDb;
use super::aggregate::unlimited;
#[cfg(feature = "admin")]
use super::change::Change;
#[cfg(feature = "admin")]
use super::executor::Executor;
use super::find::MOST;
use super::key::key_columns;
use super::read::missing;
#[cfg(feature = "admin")]
use super::rules::Rules;
use super::{AccessError, Find, Page};
#[cfg(feature = "admin")]
use crate::model::Op;
use crate::model::{FieldSet, ModelAccess};

/// What is read here holds all fields: whoever shows it leaves out those that are not in the set.
impl<E: EntityTrait<Model: ModelAccess>> Find<E> {
    /// As [`page`](Self::page).
    pub(crate) async fn raw_page(
        self,
        limit: u64,
        offset: u64,
    ) -> Result<(Page<E::Model>, FieldSet), AccessError> {
        let (db, rules, select) = self.guarded()?;
        let reading = db.executor.reading()?;
        let connection = reading.connection();
        let total = unlimited(select.clone()).count(&connection).await?;
        let ordered = key_columns::<E>().fold(select, QueryOrder::order_by_asc);
        let part = ordered.limit(limit.min(MOST)).offset(offset.min(MOST));
        let items = part.all(&connection).await?;
        Ok((Page { total, items }, rules.readable()))
    }

    /// As [`one`](Self::one).
    pub(crate) async fn raw_one(self) -> Result<(E::Model, FieldSet), AccessError> {
        let key = self.key.clone();
        let (db, rules, select) = self.guarded()?;
        match select.one(&db.executor.reading()?.connection()).await? {
            Some(model) => Ok((model, rules.readable())),
            None => Err(missing(&db, &rules, key).await?),
        }
    }

    /// At most so many of them.
    #[cfg(feature = "admin")]
    pub(crate) async fn raw_some(
        self,
        most: u64,
    ) -> Result<(Vec<E::Model>, FieldSet), AccessError> {
        let (db, rules, select) = self.guarded()?;
        let reading = db.executor.reading()?;
        let ordered = key_columns::<E>().fold(select, QueryOrder::order_by_asc);
        let some = ordered.limit(most.min(MOST));
        let some = some.all(&reading.connection()).await?;
        Ok((some, rules.readable()))
    }

    /// Those of them with which this may be done, as they are now.
    #[cfg(feature = "admin")]
    pub(crate) async fn raw_allowed(self, op: Op) -> Result<Vec<E::Model>, AccessError> {
        let (db, rules, select) = self.guarded()?;
        let allowed = select.filter(rules.condition(op));
        Ok(allowed.all(&db.executor.reading()?.connection()).await?)
    }
}

#[cfg(feature = "admin")]
impl GuardedDb {
    /// The record with this primary key before this is done with it: refused if it may not be. Nobody else
    /// changes it before the transaction has ended that this is asked in.
    pub(crate) async fn raw_before<E: EntityTrait<Model: ModelAccess>>(
        &self,
        op: Op,
        key: Vec<Value>,
    ) -> Result<E::Model, AccessError> {
        let change = Change::begin(self, Rules::<E>::of(self)?, op).await?;
        let model = change.before(key).await?;
        Executor::commit(change.transaction).await?;
        Ok(model)
    }
}
