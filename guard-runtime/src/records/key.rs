//! Primary keys, of one column or of several.

use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, Value};
use sea_orm::{ColumnTrait, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn};

use super::values::expr;

/// How many records one list names; each database takes more.
pub(super) const AT_ONCE: usize = 500;

/// The columns of the primary key.
pub(super) fn key_columns<E: EntityTrait>() -> impl Iterator<Item = E::Column> {
    E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column)
}

/// Whether the column is one of the primary key.
pub(super) fn is_key<E: EntityTrait>(column: E::Column) -> bool {
    key_columns::<E>().any(|key| key.as_str() == column.as_str())
}

/// The rows with this primary key.
pub(super) fn has_key<E: EntityTrait>(key: &[Value]) -> Condition {
    let columns = key_columns::<E>().collect::<Vec<_>>();
    if columns.len() != key.len() {
        // Half a key is none.
        return nothing();
    }
    let pairs = columns.into_iter().zip(key);
    pairs.fold(Condition::all(), |all, (column, value)| {
        let value = column.save_as(expr(value.clone()));
        all.add(Expr::col(column.as_column_ref()).eq(value))
    })
}

/// The rows with one of these primary keys.
pub(super) fn has_one_of<E: EntityTrait>(keys: &[Vec<Value>]) -> Condition {
    let columns = key_columns::<E>().collect::<Vec<_>>();
    let mut rows = Vec::with_capacity(keys.len());
    for key in keys.iter().filter(|key| key.len() == columns.len()) {
        let values = columns.iter().zip(key);
        let values = values.map(|(column, value)| column.save_as(expr(value.clone())));
        rows.push(row(values.collect()));
    }
    if rows.is_empty() {
        return nothing();
    }
    let columns = columns.iter().map(|it| Expr::col(it.as_column_ref()));
    let columns = row(columns.collect());
    // As lists, and not too long ones: so many joined by `OR` would be too deep for the databases, and for
    // the stack of who writes the statement.
    let lists = rows.chunks(AT_ONCE);
    let lists = lists.map(|rows| columns.clone().is_in(rows.iter().cloned()));
    Condition::all().add(lists.fold(Condition::any(), Condition::add))
}

/// One value, or several side by side.
fn row(mut values: Vec<Expr>) -> Expr {
    match (values.pop(), values.is_empty()) {
        (Some(only), true) => only,
        (last, _) => Expr::tuple(values.into_iter().chain(last)),
    }
}

fn nothing() -> Condition {
    Condition::all().add(Expr::cust("1 = 0"))
}
