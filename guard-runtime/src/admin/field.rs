//! Columns as pages see them.

use serde_json::Value as Json;

use super::{Input, Money, Reference};

/// A column as pages see it.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own"
)]
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is called.
    pub(super) label: String,
    pub(super) input: Input,
    /// Whether it can be entered at all: of a type that is understood, and no key that the database makes.
    pub(super) editable: bool,
    pub(super) nullable: bool,
    /// Whether a new record has to have it: not nullable, and the database puts nothing there by itself.
    pub(super) required: bool,
    pub(super) is_key: bool,
    pub(super) choices: &'static [&'static str],
    /// The page whose records it is a key of.
    pub(super) refers: Option<Reference>,
    pub(super) money: Option<Money>,
}

impl Field {
    /// A value as one line without markup.
    pub(super) fn text(&self, value: &Json) -> String {
        match (value, self.money) {
            (Json::Number(number), Some(money)) => match number.as_i128() {
                Some(amount) => money.shown(amount),
                None => number.to_string(),
            },
            (Json::Null, _) => String::new(),
            (Json::Bool(true), _) => "Yes".to_owned(),
            (Json::Bool(false), _) => "No".to_owned(),
            (value, _) => plain(value),
        }
    }
}

/// A value as it is entered: what fields that refer to it hold.
pub(super) fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What a record is called: its first value among those that a list of it shows.
pub(super) fn title(fields: &[Field], list: &[&str], values: &[Option<Json>]) -> Option<String> {
    let all = fields.iter().map(|it| it.name).collect::<Vec<_>>();
    let listed = if list.is_empty() { &all } else { list };
    let mut texts = listed.iter().filter_map(|name| {
        let at = fields.iter().position(|it| it.name == *name)?;
        let value = values.get(at)?.as_ref()?;
        Some(fields.get(at)?.text(value)).filter(|it| !it.is_empty())
    });
    texts.next()
}
