//! The fields of forms.

/// A field of a form page or of an action with a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Its name.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What its doc comment says.
    pub help: &'static str,
    /// How it is entered.
    pub input: Input,
    /// Whether it may be left empty.
    pub optional: bool,
    /// What can be chosen, if it is a choice.
    pub choices: &'static [&'static str],
}

/// How a field is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Input {
    /// A line of text.
    Text,
    /// A text of many lines.
    LongText,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Yes or no.
    Checkbox,
    /// A day.
    Date,
    /// A day and a time.
    DateTime,
    /// A time of day.
    Time,
    /// One of some values.
    Choice,
    /// JSON.
    Json,
}
