//! Rows of other models that rules look at.

use sea_orm::{ColumnTrait as _, DbBackend, DbErr, EntityTrait, ModelTrait as _, Statement};

use super::rows::{column, combined, varied, with};
use super::scratch;
use super::values::{datum, fitted};
use super::wishes::Wishes;
use crate::Env;
use crate::model::look::Join;
use crate::model::{Datum, ModelAccess, Rows, Table};

/// So many rows of sample rows, before each of their columns is changed.
const COMBINED: usize = 24;
const VARIED: usize = 40;
/// A row of ours has so many related ones, where it may have many.
const KEYS: usize = 12;

/// The rows of one related model, whichever it is.
pub(super) trait Others: Send + Sync {
    fn table(&self) -> Table;
    fn is_empty(&self) -> bool;
    /// Makes rows that these joins find, and wishes for rows of ours that find them.
    fn make(&mut self, joins: &[&Join], ours: &mut Wishes, envs: &[Env], backend: DbBackend);
    fn statements(&self, backend: DbBackend, exists: bool) -> Result<Vec<Statement>, DbErr>;
    fn add_to(&self, rows: Rows) -> Rows;
    /// Those that a join finds for this key, in words.
    fn found(&self, join: &Join, key: &Datum) -> Vec<String>;
}

pub(super) struct Filled<R: EntityTrait> {
    rows: Vec<R::Model>,
}

impl<R: EntityTrait> Filled<R> {
    pub(super) fn of(samples: Vec<R::Model>) -> Self {
        Self { rows: samples }
    }
}

impl<R: EntityTrait<Model: ModelAccess>> Others for Filled<R> {
    fn table(&self) -> Table {
        R::Model::ACCESS.table()
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn make(&mut self, joins: &[&Join], ours: &mut Wishes, envs: &[Env], backend: DbBackend) {
        let looked = joins.iter().map(|it| &it.looked).collect::<Vec<_>>();
        let mut wishes = Wishes::of(&looked, envs);
        add_held::<R>(&mut wishes, &self.rows);
        let mut rows = combined::<R>(&self.rows, &wishes, COMBINED, backend);
        let changed = varied::<R>(&self.rows, &wishes, backend);
        // From everywhere, as those of one column stand together.
        let step = changed.len().div_ceil(VARIED).max(1);
        rows.extend(changed.into_iter().step_by(step));
        for join in joins {
            let Some(theirs) = column::<R>(join.theirs) else {
                continue;
            };
            let held = rows.iter().map(|it| it.get(theirs)).collect::<Vec<_>>();
            let fits = |key: &Datum| {
                let kind = theirs.def();
                held.first().is_some_and(|like| {
                    fitted(key, like, kind.get_column_type(), backend).is_some()
                })
            };
            let held = held.iter().filter_map(datum);
            let keys = keys(ours.values(join.ours).iter().cloned().chain(held), fits);
            let count = if join.many { KEYS } else { rows.len() };
            // One more, which has no related rows.
            let mut keys = keys.take(count + 1).collect::<Vec<_>>();
            ours.add(join.ours, keys.iter().cloned());
            keys.pop();
            let rows_of = rows.iter().enumerate().filter_map(|(position, row)| {
                let position = if join.many {
                    // Another order than that of the rows.
                    position * 7 / 3 % keys.len().max(1)
                } else {
                    position
                };
                with::<R>(row, theirs, Some(keys.get(position)?), backend)
            });
            rows = rows_of.collect();
        }
        self.rows = rows;
    }

    fn statements(&self, backend: DbBackend, exists: bool) -> Result<Vec<Statement>, DbErr> {
        scratch::statements::<R>(&self.rows, backend, exists)
    }

    fn add_to(&self, rows: Rows) -> Rows {
        rows.with(self.rows.clone())
    }

    fn found(&self, join: &Join, key: &Datum) -> Vec<String> {
        let Some(theirs) = column::<R>(join.theirs) else {
            return Vec::new();
        };
        let found = self
            .rows
            .iter()
            .filter(|it| datum(&it.get(theirs)).as_ref() == Some(key));
        found.map(|row| format!("{row:?}")).collect()
    }
}

/// Adds what the rows hold already to the wishes.
pub(super) fn add_held<E: EntityTrait>(wishes: &mut Wishes, rows: &[E::Model]) {
    for name in wishes.columns() {
        if let Some(column) = column::<E>(name) {
            wishes.add(name, rows.iter().filter_map(|it| datum(&it.get(column))));
        }
    }
}

/// Keys no two of which are the same: these, and as many more as are asked for.
pub(super) fn keys(
    first: impl Iterator<Item = Datum>,
    fits: impl Fn(&Datum) -> bool,
) -> impl Iterator<Item = Datum> {
    let more = (1_u16..=9_999).flat_map(|number| {
        let (number, bits) = (i64::from(number), u128::from(number));
        // Twins in case, which are not the same key.
        let texts = [format!("k{number}"), format!("K{number}")];
        let texts = texts.map(|it| Datum::from(it.as_str()));
        texts
            .into_iter()
            .chain([Datum::Integer(number), Datum::Uuid(bits)])
    });
    let mut taken = Vec::new();
    first.chain(more).filter(move |key| {
        let is_new = fits(key) && !taken.contains(key);
        if is_new {
            taken.push(key.clone());
        }
        is_new
    })
}
