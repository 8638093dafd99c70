//! Forms: what stands in them, and what is wrong with it.

mod mistakes;
mod of_forms;
mod of_records;
mod view;

pub(super) use self::mistakes::Mistaken;
pub(super) use self::of_records::{editable, entered};
pub(super) use self::view::Frame;
use super::body::Pairs;
use crate::admin::Input;
use crate::admin::objects::{Entered, FieldError, Given};

/// A field of a form.
struct Entry {
    name: String,
    label: String,
    help: String,
    input: Input,
    required: bool,
    /// What it can have, and what that is called.
    choices: Vec<(String, String)>,
    value: String,
    /// Its value may be changed and not be seen.
    is_hidden: bool,
    mistakes: Vec<String>,
}

/// What the fields are called in what is sent.
#[derive(Clone, Copy)]
enum Naming {
    /// As they are.
    Own,
    /// `form.name`: beside the keys of chosen records.
    Action,
    /// `value`: there is but one field, and another says which.
    Value,
}

impl Naming {
    fn of(self, name: &str) -> String {
        match self {
            Self::Own => name.to_owned(),
            Self::Action => format!("{ACTION}{name}"),
            Self::Value => "value".to_owned(),
        }
    }
}

/// What the names of an action's fields begin with.
pub(super) const ACTION: &str = "form.";

/// A form with its fields.
pub(super) struct Form {
    entries: Vec<Entry>,
    naming: Naming,
    /// What is wrong with the whole, or with what is no field of it.
    mistakes: Vec<String>,
}

impl Form {
    /// The same with what was entered.
    pub(super) fn with(mut self, pairs: &Pairs) -> Self {
        for entry in &mut self.entries {
            let name = self.naming.of(&entry.name);
            let mut entered = pairs.iter().filter(|(it, _)| *it == name);
            match entered.next() {
                Some((_, value)) => entry.value.clone_from(value),
                // A box that is not ticked is not sent.
                None if entry.input == Input::Checkbox => entry.value.clear(),
                None => {}
            }
        }
        self
    }

    /// The same with what is wrong with it, each at its field.
    pub(super) fn refused(mut self, errors: Vec<FieldError>) -> Self {
        for error in errors {
            let FieldError {
                field,
                message,
                record,
            } = error;
            let message = match record {
                Some(which) => format!("“{}”: {message}", which.title),
                None => message,
            };
            let name = field.as_deref();
            let mut entries = self.entries.iter_mut();
            match (entries.find(|it| Some(it.name.as_str()) == name), field) {
                (Some(entry), _) => entry.mistakes.push(message),
                (None, Some(field)) => self.mistakes.push(format!("{field}: {message}")),
                (None, None) => self.mistakes.push(message),
            }
        }
        self
    }

    fn is_refused(&self) -> bool {
        let of_fields = self.entries.iter().any(|it| !it.mistakes.is_empty());
        of_fields || !self.mistakes.is_empty()
    }
}

/// Choices that are called what they are.
fn as_they_are(choices: &[&str]) -> Vec<(String, String)> {
    let choices = choices.iter();
    choices
        .map(|it| ((*it).to_owned(), (*it).to_owned()))
        .collect()
}

/// Fields as they were sent, each as a text.
pub(super) fn as_entered(pairs: Pairs) -> Entered {
    let pairs = pairs.into_iter();
    pairs
        .map(|(name, value)| (name, Given::Text(value)))
        .collect()
}
