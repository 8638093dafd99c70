//! Rows made of sample rows.

use std::num::Wrapping;

use sea_orm::{
    ColumnTrait as _, DbBackend, EntityTrait, IdenStatic as _, Iterable as _, ModelTrait as _,
};

use super::values::{fitted, twins};
use super::wishes::Wishes;
use crate::model::Datum;

/// The column with this name.
pub(super) fn column<E: EntityTrait>(name: &str) -> Option<E::Column> {
    E::Column::iter().find(|it| it.as_str() == name)
}

/// The row with this value in the column, or with none; nothing if it cannot hold that.
pub(super) fn with<E: EntityTrait>(
    row: &E::Model,
    column: E::Column,
    datum: Option<&Datum>,
    backend: DbBackend,
) -> Option<E::Model> {
    let held = row.get(column);
    let value = match datum {
        None => held.as_null(),
        Some(datum) => fitted(datum, &held, column.def().get_column_type(), backend)?,
    };
    let mut row = row.clone();
    row.try_set(column, value).ok()?;
    Some(row)
}

/// A column with wishes that holds the same in all rows.
pub(super) fn unvaried<E: EntityTrait>(rows: &[E::Model], wishes: &Wishes) -> Option<&'static str> {
    let mut names = wishes.columns().into_iter();
    names.find(|name| {
        column::<E>(name).is_none_or(|column| {
            let mut held = rows.iter().map(|row| row.get(column));
            let first = held.next();
            held.all(|it| Some(it) == first)
        })
    })
}

/// Rows with the wished values in all combinations, or in so many of them; the samples come first.
pub(super) fn combined<E: EntityTrait>(
    samples: &[E::Model],
    wishes: &Wishes,
    most: usize,
    backend: DbBackend,
) -> Vec<E::Model> {
    let mut rows = samples.to_vec();
    let Some(first) = samples.first() else {
        return rows;
    };
    let mut choices = Vec::new();
    for name in wishes.columns() {
        let Some(column) = column::<E>(name) else {
            continue;
        };
        let data = wishes.values(name).iter().map(Some).chain([None]);
        let data = data.filter(|it| with::<E>(first, column, *it, backend).is_some());
        choices.push((column, data.collect::<Vec<_>>()));
    }
    let product = choices.iter().try_fold(1_usize, |product, (_, data)| {
        product.checked_mul(data.len().max(1))
    });
    let complete = product.filter(|it| *it <= most);
    let mut dice = Wrapping(1_u64);
    for number in 0..complete.unwrap_or(most) {
        let sample = if complete.is_some() {
            0
        } else {
            number % samples.len()
        };
        let mut row = samples.get(sample).unwrap_or(first).clone();
        let mut rest = number;
        for (column, data) in &choices {
            let count = data.len().max(1);
            let position = if complete.is_some() {
                let position = rest % count;
                rest /= count;
                position
            } else {
                throw(&mut dice) % count
            };
            let changed = data
                .get(position)
                .and_then(|it| with::<E>(&row, *column, *it, backend));
            row = changed.unwrap_or(row);
        }
        rows.push(row);
    }
    rows
}

/// The numbers of a linear congruential generator (Knuth, MMIX); the same in every run.
fn throw(dice: &mut Wrapping<u64>) -> usize {
    *dice = *dice * Wrapping(6_364_136_223_846_793_005) + Wrapping(1_442_695_040_888_963_407);
    usize::try_from(dice.0 >> 40).unwrap_or(0)
}

/// These rows again, each with one column changed to what looks like a wished value; of the columns
/// that no rule looks at, those of the first row.
pub(super) fn varied<E: EntityTrait>(
    bases: &[E::Model],
    wishes: &Wishes,
    backend: DbBackend,
) -> Vec<E::Model> {
    let looked = wishes.columns();
    let mut rows = Vec::new();
    for column in E::Column::iter() {
        let name = column.as_str();
        let is_looked_at = looked.contains(&name);
        let data = twins(wishes.values(name));
        let bases = bases
            .iter()
            .take(if is_looked_at { bases.len() } else { 1 });
        for base in bases {
            let data = data.iter().map(Some).chain([None]);
            rows.extend(data.filter_map(|it| with::<E>(base, column, it, backend)));
        }
    }
    rows
}
