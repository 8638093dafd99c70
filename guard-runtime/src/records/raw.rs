//! Records whole, for those within this crate that show of them what may be read.

#[cfg(feature = "admin")]
use sea_orm::QueryFilter as _;
use sea_orm::{EntityTrait, PaginatorTrait as _, QueryOrder, QuerySelect as _};

use super::aggregate::unlimited;
use super::find::MOST;
use super::key::key_columns;
use super::read::missing;
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

    /// Those of them with which this may be done, as they are now.
    #[cfg(feature = "admin")]
    pub(crate) async fn raw_allowed(self, op: Op) -> Result<Vec<E::Model>, AccessError> {
        let (db, rules, select) = self.guarded()?;
        let allowed = select.filter(rules.condition(op));
        Ok(allowed.all(&db.executor.reading()?.connection()).await?)
    }
}
