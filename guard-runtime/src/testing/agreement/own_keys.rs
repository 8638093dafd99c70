//! Keys of rows that others of the same model refer to.

use sea_orm::{ColumnTrait as _, DbBackend, EntityTrait, ModelTrait as _};

use super::related::keys;
use super::rows::{column, with};
use super::values::{datum, fitted};
use crate::model::Datum;
use crate::model::look::Join;

/// Keys for rows that are found by others of the same model.
pub(super) fn fresh<E: EntityTrait>(
    rows: &[E::Model],
    join: &Join,
    backend: DbBackend,
) -> Option<impl Iterator<Item = Datum> + use<E>> {
    let column = column::<E>(join.theirs)?;
    let like = rows.first()?.get(column);
    let kind = column.def().get_column_type().clone();
    let mut taken = Vec::new();
    for key in rows.iter().filter_map(|row| datum(&row.get(column))) {
        if !taken.contains(&key) {
            taken.push(key);
        }
    }
    let fits = move |key: &Datum| fitted(key, &like, &kind, backend).is_some();
    let count = taken.len();
    Some(keys(taken.into_iter(), fits).skip(count))
}

/// The rows with different keys, where others are to find one row by it.
pub(super) fn with_keys<E: EntityTrait>(
    rows: Vec<E::Model>,
    join: &Join,
    backend: DbBackend,
) -> Vec<E::Model> {
    let (Some(theirs), Some(mut fresh)) =
        (column::<E>(join.theirs), fresh::<E>(&rows, join, backend))
    else {
        return rows;
    };
    let mut taken = Vec::new();
    let rows = rows.into_iter().filter_map(|row| {
        let held = datum(&row.get(theirs));
        match held.filter(|key| !taken.contains(key)) {
            Some(key) => {
                taken.push(key);
                Some(row)
            }
            None => with::<E>(&row, theirs, Some(&fresh.next()?), backend),
        }
    });
    rows.collect()
}
