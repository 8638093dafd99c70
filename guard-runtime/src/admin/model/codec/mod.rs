//! From what is entered to the values of columns.

mod number;
mod plain;
mod time;

use sea_orm::prelude::Uuid;
use sea_orm::{ActiveModelTrait, EntityTrait, Value};
use serde_json::Value as Json;

pub(in crate::admin) use plain::Plain;
pub(super) use time::MOMENT;

use super::column::Column;
use super::kind::Kind;
use crate::admin::objects::Given;

pub(in crate::admin) const REQUIRED: &str = "is required";
pub(in crate::admin) const NO_VALUE: &str = "is no value that this field can have";
/// `PostgreSQL` has no texts with it.
pub(super) const NUL: &str = "must not contain the character NUL";

/// Puts what was entered into the column of a record.
pub(super) fn put<E: EntityTrait>(
    record: &mut E::ActiveModel,
    column: &Column<E>,
    given: &Given,
) -> Result<(), String> {
    let Some(place) = column.place.filter(|_| column.kind.is_entered()) else {
        return Err("is not entered".to_owned());
    };
    let values = match read(&column.kind, column.choices, given)? {
        Some(plain) => plain.values(&column.kind),
        None if column.nullable => plain::nulls(&column.kind),
        None => return Err(REQUIRED.to_owned()),
    };
    let is_put = put_one(record, place, values);
    is_put.then_some(()).ok_or_else(|| match &column.kind {
        Kind::Enum { values, .. } => one_of(values),
        _ => NO_VALUE.to_owned(),
    })
}

/// Puts the first of these values there that is of the type of the field.
fn put_one<A: ActiveModelTrait>(
    record: &mut A,
    place: <A::Entity as EntityTrait>::Column,
    values: impl IntoIterator<Item = Value>,
) -> bool {
    let mut values = values.into_iter();
    values.any(|value| record.try_set(place, value).is_ok())
}

/// Whether the type of the field is one that is understood: there are other libraries of times and of
/// exact numbers.
pub(super) fn is_understood<E: EntityTrait>(place: E::Column, kind: &Kind) -> bool {
    let mut record = <E::ActiveModel as ActiveModelTrait>::default();
    let sample = Plain::sample(kind);
    sample.is_none_or(|it| put_one(&mut record, place, it.values(kind)))
}

/// What was entered, as the column has it; nothing for NULL.
pub(super) fn value<E: EntityTrait>(
    column: &Column<E>,
    given: &Given,
) -> Result<Option<Value>, String> {
    let mut record = <E::ActiveModel as ActiveModelTrait>::default();
    put::<E>(&mut record, column, given)?;
    let value = column
        .place
        .and_then(|place| record.get(place).into_value());
    Ok(value)
}

/// Understands what was entered; nothing if nothing was.
pub(in crate::admin) fn read(
    kind: &Kind,
    choices: &[&str],
    given: &Given,
) -> Result<Option<Plain>, String> {
    let plain = match given {
        Given::Text(text) if text.is_empty() => return Ok(None),
        Given::Json(Json::Null) => return Ok(None),
        Given::Text(text) => of_text(kind, text)?,
        Given::Json(json) => of_json(kind, json)?,
    };
    let chosen = match &plain {
        Plain::Text(text) => text.clone(),
        Plain::Integer(number) => number.to_string(),
        Plain::Json(Json::Null) => return Ok(None),
        _ => return Ok(Some(plain)),
    };
    if choices.is_empty() || choices.contains(&chosen.as_str()) {
        Ok(Some(plain))
    } else {
        Err(one_of(choices))
    }
}

fn of_text(kind: &Kind, text: &str) -> Result<Plain, String> {
    match kind {
        // Browsers send the ends of lines in their own way.
        Kind::Text { most, .. } => self::text(&text.replace("\r\n", "\n"), *most),
        Kind::Bool => match text {
            "true" | "on" => Ok(Plain::Bool(true)),
            "false" => Ok(Plain::Bool(false)),
            _ => Err(TRUTH.to_owned()),
        },
        Kind::Float => number::float(text),
        Kind::Integer { least, most } => number::integer(text, *least, *most),
        Kind::Money { least, most, money } => number::amount(text, *least, *most, *money),
        Kind::Json => match serde_json::from_str(text) {
            Ok(json) => self::json(json),
            Err(_) => Err("expected JSON".to_owned()),
        },
        kind => of_word(kind, text),
    }
}

fn of_json(kind: &Kind, json: &Json) -> Result<Plain, String> {
    match (kind, json) {
        (Kind::Text { most, .. }, Json::String(text)) => self::text(text, *most),
        (Kind::Enum { .. }, Json::String(text)) => of_word(kind, text),
        (Kind::Text { .. } | Kind::Enum { .. }, _) => Err("expected a text".to_owned()),
        (Kind::Bool, Json::Bool(truth)) => Ok(Plain::Bool(*truth)),
        (Kind::Bool, _) => Err(TRUTH.to_owned()),
        (Kind::Integer { least, most } | Kind::Money { least, most, .. }, Json::Number(number)) => {
            number::integer(&number.to_string(), *least, *most)
        }
        // A text on purpose: it is none.
        (Kind::Integer { least, most } | Kind::Money { least, most, .. }, _) => {
            number::integer("", *least, *most)
        }
        (Kind::Float, Json::Number(number)) => number::float(&number.to_string()),
        (Kind::Float, _) => number::float(""),
        // Of a number with a point, JSON has kept as much as it could: that need not be all.
        (Kind::Decimal(_), Json::Number(number)) if number.is_f64() => {
            Err("expected a whole number or a text, as \"12.50\"".to_owned())
        }
        (Kind::Decimal(_), Json::Number(number)) => of_word(kind, &number.to_string()),
        (Kind::Json, json) => self::json(json.clone()),
        (kind, Json::String(text)) => of_word(kind, text),
        (kind, _) => of_word(kind, ""),
    }
}

/// What is written in the same way in forms and in JSON.
fn of_word(kind: &Kind, text: &str) -> Result<Plain, String> {
    match kind {
        Kind::Decimal(digits) => number::decimal(text, *digits),
        Kind::Date => time::date(text),
        Kind::Time => time::time(text),
        Kind::Moment => time::moment(text),
        Kind::Uuid => match Uuid::parse_str(text) {
            Ok(uuid) => Ok(Plain::Uuid(uuid)),
            Err(_) => Err("expected a UUID".to_owned()),
        },
        Kind::Enum { values, .. } if !values.iter().any(|it| it == text) => Err(one_of(values)),
        Kind::Enum { .. } => Ok(Plain::Text(text.to_owned())),
        _ => Err("is not entered".to_owned()),
    }
}

const TRUTH: &str = "expected true or false";

fn text(text: &str, most: Option<u32>) -> Result<Plain, String> {
    if text.contains('\0') {
        return Err(NUL.to_owned());
    }
    match most.map(usize::try_from) {
        Some(Ok(most)) if text.chars().count() > most => {
            Err(format!("is too long: at most {most} characters"))
        }
        _ => Ok(Plain::Text(text.to_owned())),
    }
}

fn json(json: Json) -> Result<Plain, String> {
    if has_nul(&json) {
        Err(NUL.to_owned())
    } else {
        Ok(Plain::Json(json))
    }
}

fn has_nul(json: &Json) -> bool {
    match json {
        Json::String(text) => text.contains('\0'),
        Json::Array(items) => items.iter().any(has_nul),
        Json::Object(members) => members
            .iter()
            .any(|(name, value)| name.contains('\0') || has_nul(value)),
        _ => false,
    }
}

fn one_of<S: AsRef<str>>(values: &[S]) -> String {
    let values = values.iter().map(AsRef::as_ref).collect::<Vec<_>>();
    format!("expected one of {}", values.join(", "))
}
