//! Lists, a page at a time.

use std::str::FromStr;

use guard_runtime::model::ModelAccess;
use guard_runtime::records::{AccessError, Find, Page, ReadableOf};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Order;
use serde::Deserialize;

use super::failure::Failure;
use super::whole::Whole;

const MOST: u64 = 100;

/// Which part of a list is wanted: `?limit=20&offset=40`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "Asked")]
pub(crate) struct Part {
    limit: u64,
    offset: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    limit: Option<Whole<u64>>,
    offset: Option<Whole<u64>>,
}

/// In which order: `?sort=due_on`, and `?sort=-due_on` for the opposite.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Sort(Option<String>);

impl TryFrom<Asked> for Part {
    type Error = String;

    fn try_from(asked: Asked) -> Result<Self, String> {
        Self::new(asked.limit, asked.offset)
    }
}

impl Part {
    /// So many, and beginning there.
    ///
    /// # Errors
    ///
    /// They are too many, or none.
    pub(crate) fn new(
        limit: Option<Whole<u64>>,
        offset: Option<Whole<u64>>,
    ) -> Result<Self, String> {
        let limit = limit.map_or(20, Whole::get);
        // SQLite counts in signed numbers.
        let offset = offset.map_or(0, Whole::get).min(i64::MAX.unsigned_abs());
        if (1..=MOST).contains(&limit) {
            Ok(Self { limit, offset })
        } else {
            Err(format!("`limit` goes from 1 to {MOST}"))
        }
    }

    /// Reads this part of what is asked for.
    ///
    /// # Errors
    ///
    /// The caller may not filter or sort so, or the database fails.
    pub(crate) async fn of<E>(self, find: Find<E>) -> Result<Page<ReadableOf<E>>, AccessError>
    where
        E: EntityTrait<Model: ModelAccess>,
    {
        find.page(self.limit, self.offset).await
    }
}

impl Sort {
    /// Sorts by the field that is named, or by this one, the highest first.
    ///
    /// Any field will do here: the model knows by which of them the caller may not sort.
    ///
    /// # Errors
    ///
    /// There is no such field.
    pub(crate) fn of<E>(&self, find: Find<E>, otherwise: E::Column) -> Result<Find<E>, Failure>
    where
        E: EntityTrait<Model: ModelAccess, Column: FromStr>,
    {
        let Some(wanted) = &self.0 else {
            return Ok(find.order_by_desc(otherwise));
        };
        let (name, order) = match wanted.strip_prefix('-') {
            Some(name) => (name, Order::Desc),
            None => (wanted.as_str(), Order::Asc),
        };
        let column = name.parse::<E::Column>();
        let column =
            column.map_err(|_| Failure::input(format!("there is no `{name}` to sort by")))?;
        Ok(find.order_by(column, order))
    }
}
