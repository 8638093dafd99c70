//! From what was entered into a form to the struct that it is.

use std::cell::Cell;

use serde::de::value::MapDeserializer;
use serde_json::Value as Json;

use crate::admin::model::codec::{NO_VALUE, Plain, REQUIRED, read};
use crate::admin::model::kind::Kind;
use crate::admin::objects::{Entered, FieldError, Given, PageError};
use crate::admin::{Form, FormField, Input};

/// What was read of one field.
type Pair = (&'static str, Option<Plain>);

/// What was entered, as the struct; else all that is wrong with it.
pub(super) fn form<T: Form>(entered: &Entered) -> Result<T, PageError> {
    let pairs = pairs(T::FIELDS, entered).map_err(PageError::Invalid)?;
    if pairs.is_empty() {
        // A struct without fields is read of nothing, or of an object without members.
        let unit = serde_json::from_value(Json::Null);
        let empty = || serde_json::from_value(Json::Object(serde_json::Map::new()));
        return unit
            .or_else(|_| empty())
            .map_err(|error| PageError::Failed(error.to_string()));
    }
    let mut with_offset = Vec::new();
    loop {
        let (at, error) = match build::<T>(&pairs, &with_offset) {
            Ok(form) => return Ok(form),
            Err(refused) => refused,
        };
        let is_naive =
            |(name, plain): &&Pair| at == Some(*name) && matches!(plain, Some(Plain::Naive(_)));
        let naive = pairs.iter().find(is_naive).map(|(name, _)| *name);
        match (naive.filter(|name| !with_offset.contains(name)), at) {
            // Whether a moment is to have an offset, the type of its field alone knows.
            (Some(name), _) => with_offset.push(name),
            // What serde says of it names types, and is kept back.
            (None, Some(field)) => {
                return Err(PageError::Invalid(vec![FieldError::at(field, NO_VALUE)]));
            }
            // All fields are there: the struct and its form are not the same.
            (None, None) => {
                let why = format!("the form does not fit its struct: {error}");
                return Err(PageError::Failed(why));
            }
        }
    }
}

/// Reads each field as it is entered.
fn pairs(fields: &[FormField], entered: &Entered) -> Result<Vec<Pair>, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut wrong = |field: &str, message: &str| errors.push(FieldError::at(field, message));
    for (name, _) in entered {
        if !fields.iter().any(|it| it.name == name) {
            wrong(name, "is no field of this form");
        }
    }
    let mut pairs = Vec::with_capacity(fields.len());
    for field in fields {
        let mut given = entered.iter().filter(|(name, _)| name == field.name);
        let first = given.next().map(|(_, given)| given);
        if given.next().is_some() {
            wrong(field.name, "is entered twice");
            continue;
        }
        match one(field, first) {
            Ok(plain) => pairs.push((field.name, plain)),
            Err(message) => wrong(field.name, &message),
        }
    }
    if errors.is_empty() {
        Ok(pairs)
    } else {
        Err(errors)
    }
}

fn one(field: &FormField, given: Option<&Given>) -> Result<Option<Plain>, String> {
    let read = given.map(|it| read(&Kind::of_input(field.input), field.choices, it));
    match read.transpose()?.flatten() {
        Some(plain) => Ok(Some(plain)),
        None if field.optional => Ok(None),
        // Browsers send those alone that are checked.
        None if field.input == Input::Checkbox => Ok(Some(Plain::Bool(false))),
        None => Err(REQUIRED.to_owned()),
    }
}

/// The struct; else which field it does not take, and why.
fn build<T: Form>(
    pairs: &[Pair],
    with_offset: &[&str],
) -> Result<T, (Option<&'static str>, serde_json::Error)> {
    let at = Cell::new(None);
    let values = pairs.iter().map(|(name, plain)| {
        at.set(Some(*name));
        let json = plain.as_ref().map(|it| it.json(with_offset.contains(name)));
        (*name, json.unwrap_or(Json::Null))
    });
    let end = std::iter::from_fn(|| {
        at.set(None);
        None
    });
    let members = MapDeserializer::<_, serde_json::Error>::new(values.chain(end));
    T::deserialize(members).map_err(|error| (at.get(), error))
}
