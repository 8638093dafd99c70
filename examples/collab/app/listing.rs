//! Lists, a page at a time.

use sea_orm::{DatabaseConnection, DbErr, EntityTrait, PaginatorTrait, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

const MOST: u64 = 100;

/// Which part of a list is wanted: `?limit=20&offset=40`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Asked")]
pub(crate) struct Page {
    limit: u64,
    offset: u64,
}

/// A page as it is asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    /// From 1 to 100.
    limit: Option<u64>,
    offset: Option<u64>,
}

/// A part of a list, and how long all of it is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Listing<T> {
    pub(crate) total: u64,
    pub(crate) items: Vec<T>,
}

impl TryFrom<Asked> for Page {
    type Error = String;

    fn try_from(asked: Asked) -> Result<Self, String> {
        let limit = asked.limit.unwrap_or(20);
        // SQLite counts in signed numbers.
        let offset = asked.offset.unwrap_or(0).min(i64::MAX.unsigned_abs());
        if (1..=MOST).contains(&limit) {
            Ok(Self { limit, offset })
        } else {
            Err(format!("`limit` goes from 1 to {MOST}"))
        }
    }
}

impl Page {
    /// Reads this part of what is selected.
    ///
    /// # Errors
    ///
    /// The database fails.
    pub(crate) async fn of<E>(
        self,
        select: Select<E>,
        db: &DatabaseConnection,
    ) -> Result<Listing<E::Model>, DbErr>
    where
        E: EntityTrait,
        E::Model: Send + Sync,
    {
        let total = select.clone().count(db).await?;
        let items = select.limit(self.limit).offset(self.offset);
        let items = items.all(db).await?;
        Ok(Listing { total, items })
    }
}

impl<T> Listing<T> {
    /// The same list, each item shown in another way.
    pub(crate) fn map<U>(self, show: impl FnMut(T) -> U) -> Listing<U> {
        Listing {
            total: self.total,
            items: self.items.into_iter().map(show).collect(),
        }
    }
}
