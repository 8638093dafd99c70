//! Reading records.

use std::collections::HashSet;

use sea_orm::sea_query::{IntoValueTuple as _, Order, Value};
use sea_orm::{EntityTrait, PrimaryKeyTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::key::{has_key, has_one_of};
use super::rules::Rules;
use super::{AccessError, Filter, GuardedDb};
use crate::model::{ModelAccess, Op};

/// Databases count as far as this, and a driver panics where it is asked for more.
pub(super) const MOST: u64 = i64::MAX.unsigned_abs();

/// The type of an entity's primary key.
pub type KeyOf<E> = <<E as EntityTrait>::PrimaryKey as PrimaryKeyTrait>::ValueType;

/// What is given to those who may read records of an entity.
pub type ReadableOf<E> = <<E as EntityTrait>::Model as ModelAccess>::Readable;

/// Some of the records of a model that the user may read: [`GuardedDb::find`].
///
/// Filters and orders take columns that the user may read; any other is [`AccessError::Fields`] when
/// the records are asked for.
#[derive(Clone, Debug)]
#[must_use = "nothing is read before `all`, `one`, `page`, `count` or an aggregate"]
pub struct Find<E: EntityTrait> {
    pub(super) db: GuardedDb,
    pub(super) select: Select<E>,
    /// What filters and orders look at.
    pub(super) columns: Vec<E::Column>,
    /// How many records are named, if they are.
    pub(super) named: Option<usize>,
    /// The primary key that is asked for, if one is.
    pub(super) key: Option<Vec<Value>>,
    is_limited: bool,
}

impl<E: EntityTrait<Model: ModelAccess>> Find<E> {
    pub(super) fn new(db: GuardedDb) -> Self {
        Self {
            db,
            select: E::find(),
            columns: Vec::new(),
            named: None,
            key: None,
            is_limited: false,
        }
    }

    /// Those of which this holds as well.
    pub fn filter(mut self, filter: Filter<E::Column>) -> Self {
        self.columns.extend(&filter.columns);
        self.select = self.select.filter(filter.condition());
        self
    }

    /// The one with this primary key.
    pub fn by_id(mut self, id: impl Into<KeyOf<E>>) -> Self {
        let key = values::<E>(id).collect::<Vec<_>>();
        self.select = self.select.filter(has_key::<E>(&key));
        self.key = Some(key);
        self
    }

    /// Those with these primary keys; of none, nothing.
    pub fn by_ids<K: Into<KeyOf<E>>>(mut self, ids: impl IntoIterator<Item = K>) -> Self {
        let mut named = HashSet::new();
        let keys = ids.into_iter().map(|id| values::<E>(id).collect());
        let mut keys = keys.collect::<Vec<Vec<_>>>();
        keys.retain(|key| named.insert(format!("{key:?}")));
        self.named = Some(keys.len());
        self.select = self.select.filter(has_one_of::<E>(&keys));
        self
    }

    /// In ascending order of this column.
    pub fn order_by_asc(self, column: E::Column) -> Self {
        self.order_by(column, Order::Asc)
    }

    /// In descending order of this column.
    pub fn order_by_desc(self, column: E::Column) -> Self {
        self.order_by(column, Order::Desc)
    }

    /// In this order of this column; after those named before.
    pub fn order_by(mut self, column: E::Column, order: Order) -> Self {
        self.columns.push(column);
        self.select = self.select.order_by(column, order);
        self
    }

    /// At most so many.
    pub fn limit(mut self, limit: u64) -> Self {
        self.select = self.select.limit(limit.min(MOST));
        self.is_limited = true;
        self
    }

    /// Without the first so many.
    pub fn offset(mut self, offset: u64) -> Self {
        if !self.is_limited {
            // Without a limit it is no SQL in `SQLite`.
            self.select = self.select.limit(MOST);
        }
        self.select = self.select.offset(offset.min(MOST));
        self
    }

    /// The rules, and the query with what they say of reading.
    pub(super) fn guarded(self) -> Result<(GuardedDb, Rules<E>, Select<E>), AccessError> {
        let rules = Rules::<E>::of(&self.db)?;
        rules.check(self.columns, false)?;
        let select = self.select.filter(rules.condition(Op::Read));
        Ok((self.db, rules, select))
    }
}

/// The values of a primary key, in the order of its columns.
pub(super) fn values<E: EntityTrait>(id: impl Into<KeyOf<E>>) -> impl Iterator<Item = Value> {
    id.into().into_value_tuple().into_iter()
}
