//! The form of a record.

use serde_json::Value as Json;

use super::{Entry, Form, Naming, as_entered, as_they_are};
use crate::admin::Input;
use crate::admin::asked::Asked;
use crate::admin::field::plain;
use crate::admin::objects::{Entered, Field, Given, PageError, Record};
use crate::admin::pages::body::Pairs;
use crate::admin::pages::list::{Column, columns};
use crate::admin::pages::refers::Choices;

/// The fields that the user may enter: of a new record, or of one that is changed.
pub(in crate::admin::pages) fn editable(asked: &Asked, is_new: bool) -> Vec<Column> {
    let writable = asked.object.writable(&asked.env);
    let fields = asked.object.fields();
    let mut columns = columns(&fields, asked.object.shown().form, &writable);
    columns.retain(|it| it.field.editable && (is_new || !it.field.is_key));
    columns
}

/// What is to be stored of what was sent. Browsers send every field of a form: one that was left empty and
/// need not be entered, or that may not be seen, is as if it was not there.
pub(in crate::admin::pages) fn entered(asked: &Asked, pairs: Pairs, is_new: bool) -> Entered {
    let readable = asked.object.readable(&asked.env);
    let columns = editable(asked, is_new);
    let may_be_left_out = |name: &str| {
        let mut columns = columns.iter();
        columns.find(|it| it.field.name == name).is_some_and(|it| {
            let is_seen = u32::try_from(it.at).is_ok_and(|at| readable.has(at));
            if is_new { !it.field.required } else { !is_seen }
        })
    };
    let mut entered = as_entered(pairs);
    entered.retain(|(name, given)| {
        let is_empty = matches!(given, Given::Text(text) if text.is_empty());
        !is_empty || !may_be_left_out(name)
    });
    entered
}

impl Form {
    /// Of a new record.
    pub(in crate::admin::pages) async fn new_record(asked: &Asked) -> Result<Self, PageError> {
        let columns = editable(asked, true);
        let choices = Choices::of(asked, &columns).await?;
        let entries = columns
            .iter()
            .map(|it| entry(&it.field, None, false, &choices));
        Ok(Self::of_entries(entries.collect()))
    }

    /// Of a record, with what is stored.
    pub(in crate::admin::pages) async fn record(
        asked: &Asked,
        record: &Record,
    ) -> Result<Self, PageError> {
        let columns = editable(asked, false);
        let choices = Choices::of(asked, &columns).await?;
        let entries = columns.iter().map(|it| {
            let value = record.values.get(it.at);
            let value = value.and_then(Option::as_ref);
            entry(&it.field, value, value.is_none(), &choices)
        });
        Ok(Self::of_entries(entries.collect()))
    }

    /// Of one field that is changed in many records.
    pub(in crate::admin::pages) async fn one_field(
        asked: &Asked,
        column: &Column,
        entered: Option<&String>,
    ) -> Result<Self, PageError> {
        let choices = Choices::of(asked, std::slice::from_ref(column)).await?;
        let mut entry = entry(&column.field, None, false, &choices);
        entry.value = entered.cloned().unwrap_or_default();
        Ok(Self {
            naming: Naming::Value,
            ..Self::of_entries(vec![entry])
        })
    }

    fn of_entries(entries: Vec<Entry>) -> Self {
        Self {
            entries,
            naming: Naming::Own,
            mistakes: Vec::new(),
        }
    }
}

fn entry(field: &Field, value: Option<&Json>, is_hidden: bool, choices: &Choices) -> Entry {
    let (input, choices) = match field.input {
        // A box that is not ticked is not sent, and not sent is not entered.
        Input::Checkbox => {
            let choices = [("true", "Yes"), ("false", "No")];
            let choices = choices.map(|(value, text)| (value.to_owned(), text.to_owned()));
            (Input::Choice, choices.to_vec())
        }
        input if field.choices.is_empty() => (input, choices.get(field.name).to_vec()),
        input => (input, as_they_are(field.choices)),
    };
    let value = match (value, field.input) {
        (Some(Json::Null) | None, _) => String::new(),
        (Some(Json::Bool(value)), _) => value.to_string(),
        (Some(value @ Json::String(_)), Input::Json) => value.to_string(),
        (Some(value), Input::DateTime) => instant(&plain(value)),
        (Some(value), _) => match (value.as_i64(), field.money) {
            (Some(amount), Some(money)) => money.plain(amount.into()),
            _ => plain(value),
        },
    };
    Entry {
        name: field.name.to_owned(),
        label: field.label.clone(),
        help: help(field),
        input,
        required: field.required,
        choices,
        value,
        is_hidden,
        mistakes: Vec::new(),
    }
}

/// What an amount is of: the field itself holds digits alone.
fn help(field: &Field) -> String {
    field
        .money
        .map_or_else(String::new, |it| format!("In {}.", it.currency()))
}

/// An instant as browsers and RFC 3339 write it: databases put a blank between the parts.
fn instant(text: &str) -> String {
    let mut parts = text.split_ascii_whitespace();
    match (parts.next(), parts.next(), parts.next()) {
        (Some(day), Some(time), offset) => {
            let offset = offset.unwrap_or_default();
            format!("{day}T{time}{offset}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn instants_are_written_as_browsers_do() {
        for (stored, shown) in [
            ("2026-11-21 10:00:00", "2026-11-21T10:00:00"),
            ("2026-11-21 10:00:00 +01:00", "2026-11-21T10:00:00+01:00"),
            ("2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z"),
            ("", ""),
        ] {
            assert_eq!(instant(stored), shown);
        }
    }
}
