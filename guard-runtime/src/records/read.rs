//! Reading what was found.

use sea_orm::sea_query::Value;
use sea_orm::{EntityTrait, PaginatorTrait as _};

use super::aggregate::unlimited;
use super::find::{Find, ReadableOf};
use super::rules::Rules;
use super::{AccessError, GuardedDb};
use crate::model::ModelAccess;

/// A part of a list, and how long all of it is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Page<T> {
    /// How many there are that the user may read.
    pub total: u64,
    /// Those of this part.
    pub items: Vec<T>,
}

impl<T> Page<T> {
    /// The same part, each of its items shown in another way.
    pub fn map<U>(self, show: impl FnMut(T) -> U) -> Page<U> {
        Page {
            total: self.total,
            items: self.items.into_iter().map(show).collect(),
        }
    }
}

impl<E: EntityTrait<Model: ModelAccess>> Find<E> {
    /// All of them.
    ///
    /// # Errors
    ///
    /// [`AccessError::Fields`] for filters and orders that the user may not use, no env, or a database
    /// that fails. That there are none is no error.
    pub async fn all(self) -> Result<Vec<ReadableOf<E>>, AccessError> {
        let (db, rules, select) = self.guarded()?;
        let models = select.all(&db.executor.reading()?.connection()).await?;
        let fields = rules.readable();
        let readable = models.into_iter().map(|model| model.readable(&fields));
        Ok(readable.collect())
    }

    /// The first of them.
    ///
    /// # Errors
    ///
    /// As [`all`](Self::all), and [`AccessError::NotFound`] if there is none that the user may read.
    pub async fn one(self) -> Result<ReadableOf<E>, AccessError> {
        let (model, fields) = self.raw_one().await?;
        Ok(model.readable(&fields))
    }

    /// How many there are, without a limit and an offset.
    ///
    /// # Errors
    ///
    /// As [`all`](Self::all).
    pub async fn count(self) -> Result<u64, AccessError> {
        let (db, _, select) = self.guarded()?;
        Ok(unlimited(select)
            .count(&db.executor.reading()?.connection())
            .await?)
    }

    /// A part of them, and how many there are. Where the order leaves it open, that of the primary key
    /// decides, so that no record is on two pages.
    ///
    /// # Errors
    ///
    /// As [`all`](Self::all).
    pub async fn page(self, limit: u64, offset: u64) -> Result<Page<ReadableOf<E>>, AccessError> {
        let (page, fields) = self.raw_page(limit, offset).await?;
        Ok(page.map(|model| model.readable(&fields)))
    }
}

/// What is said where nothing is found.
pub(super) async fn missing<E: EntityTrait<Model: ModelAccess>>(
    db: &GuardedDb,
    rules: &Rules<E>,
    key: Option<Vec<Value>>,
) -> Result<AccessError, AccessError> {
    match key {
        Some(key) => {
            rules
                .hidden(&db.executor.reading()?.connection(), &key)
                .await
        }
        None => Ok(rules.not_found()),
    }
}
