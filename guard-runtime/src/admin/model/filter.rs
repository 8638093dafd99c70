//! Filters and the search, as conditions on the records.

use sea_orm::{EntityTrait, Value};

use super::codec::{NUL, value};
use super::column::Column;
use super::kind::Kind;
use crate::admin::objects::Given;
use crate::admin::{FilterOp, FilterTerm, ListError};
use crate::records::{Filter, FilterBy, field};

/// What a filter asks of its column.
pub(super) fn filter<E: EntityTrait>(
    column: &Column<E>,
    term: &FilterTerm,
) -> Result<Filter<E::Column>, ListError> {
    let wrong = |why: &str| ListError::new(&term.parameter(), why);
    let place = column
        .place
        .ok_or_else(|| wrong("is no field of the list"))?;
    let by = field(place);
    match term.op {
        FilterOp::IsEmpty => match &*term.value {
            "true" => Ok(by.is_null()),
            "false" => Ok(by.is_not_null()),
            _ => Err(wrong("expected true or false")),
        },
        FilterOp::Contains | FilterOp::StartsWith if !column.kind.is_text() => {
            Err(wrong("is for texts alone"))
        }
        // A missing value would be in every text.
        _ if term.value.is_empty() => Err(wrong("expected a value, or `is_empty=true`")),
        FilterOp::Contains | FilterOp::StartsWith if term.value.contains('\0') => Err(wrong(NUL)),
        FilterOp::Contains => Ok(by.contains(&term.value)),
        FilterOp::StartsWith => Ok(by.starts_with(&term.value)),
        FilterOp::Is | FilterOp::IsNot if !column.kind.is_compared() => {
            Err(wrong("the field can be filtered by `is_empty` alone"))
        }
        FilterOp::Is | FilterOp::IsNot => Ok(compared(by, term.op, parsed(column, term)?)),
        _ if !column.kind.is_ordered() => Err(wrong("there is no more and less of the field")),
        op => Ok(compared(by, op, parsed(column, term)?)),
    }
}

/// What contains the text in one of these columns; in those that are no texts, what is equal to it.
pub(super) fn search<E: EntityTrait>(
    columns: &[&Column<E>],
    text: &str,
) -> Result<Filter<E::Column>, ListError> {
    let wrong = |why: &str| ListError::new("search", why);
    if text.contains('\0') {
        return Err(wrong(NUL));
    }
    let filters = columns.iter().filter_map(|column| {
        let by = field(column.place?);
        if column.kind.is_text() {
            return Some(by.contains(text));
        }
        let value = value(column, &Given::Text(text.to_owned())).ok().flatten();
        // Among columns of which none can hold it, it is not found.
        let value = value.filter(|_| column.kind.is_compared());
        Some(value.map_or_else(|| by.is_in(Vec::<Value>::new()), |it| by.eq(it)))
    });
    let joined = filters.reduce(Filter::or);
    joined.ok_or_else(|| wrong("the list is not searched"))
}

fn parsed<E: EntityTrait>(column: &Column<E>, term: &FilterTerm) -> Result<Value, ListError> {
    let given = match (&column.kind, term.value.parse::<i64>()) {
        // Programs write amounts as JSON has them; what people write, pages have read.
        (Kind::Money { .. }, Ok(amount)) => Given::Json(amount.into()),
        (Kind::Money { .. }, Err(_)) => Given::Json(term.value.as_str().into()),
        _ => Given::Text(term.value.clone()),
    };
    let value = value(column, &given).map_err(|why| ListError::new(&term.parameter(), why))?;
    value.ok_or_else(|| ListError::new(&term.parameter(), "expected a value"))
}

fn compared<C: sea_orm::ColumnTrait>(by: FilterBy<C>, op: FilterOp, value: Value) -> Filter<C> {
    match op {
        FilterOp::IsNot => by.ne(value),
        FilterOp::AtLeast => by.at_least(value),
        FilterOp::AtMost => by.at_most(value),
        FilterOp::MoreThan => by.more_than(value),
        FilterOp::LessThan => by.less_than(value),
        _ => by.eq(value),
    }
}
