//! A value as it is shown.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::model::datum::Datum;
use crate::model::given::Given;

/// Of many values, this many are told in words.
pub(super) const TOLD: usize = 8;

/// A value as an explanation shows it.
///
/// ```
/// use guard_runtime::model::Seen;
///
/// assert_eq!(Seen::Text("draft".to_owned()).to_string(), "\"draft\"");
/// assert_eq!(Seen::Null.to_string(), "NULL");
/// assert_eq!(Seen::List(vec![Seen::Integer(1), Seen::Integer(2)]).to_string(), "1, 2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The column is NULL.
    Null,
    /// The env does not have it.
    Absent,
    /// A truth value.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
    /// The 128 bits of a UUID.
    Uuid(u128),
    /// The entries of a list.
    List(Vec<Self>),
}

impl Seen {
    pub(super) fn column(value: &Given) -> Self {
        match Self::env(value) {
            Self::Absent => Self::Null,
            value => value,
        }
    }

    pub(super) fn env(value: &Given) -> Self {
        match value {
            Given::Absent => Self::Absent,
            Given::Id(id) => match id.as_i64() {
                Some(number) => Self::Integer(number),
                None => Self::Text(id.as_text().into_owned()),
            },
            Given::Value(value) => Self::from(value),
        }
    }

    pub(super) fn list(entries: &[Given]) -> Self {
        Self::List(entries.iter().map(Self::env).collect())
    }

    pub(super) fn is_absent(&self) -> bool {
        *self == Self::Absent
    }
}

impl From<&Datum> for Seen {
    fn from(datum: &Datum) -> Self {
        match datum {
            Datum::Boolean(truth) => Self::Boolean(*truth),
            Datum::Integer(number) => Self::Integer(*number),
            Datum::Text(text) => Self::Text(text.to_string()),
            Datum::Uuid(uuid) => Self::Uuid(*uuid),
        }
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("NULL"),
            Self::Absent => f.write_str("absent"),
            Self::Boolean(truth) => truth.fmt(f),
            Self::Integer(number) => number.fmt(f),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Uuid(uuid) => f.write_str(&hyphenated(*uuid)),
            Self::List(entries) if entries.is_empty() => f.write_str("none"),
            Self::List(entries) => {
                let told = entries.iter().take(TOLD).map(ToString::to_string);
                f.write_str(&told.collect::<Vec<_>>().join(", "))?;
                match entries.len().saturating_sub(TOLD) {
                    0 => Ok(()),
                    more => write!(f, " and {more} more"),
                }
            }
        }
    }
}

/// As JSON has it; a UUID as text.
impl Serialize for Seen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::Absent => serializer.serialize_unit(),
            Self::Boolean(truth) => serializer.serialize_bool(*truth),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Uuid(uuid) => serializer.serialize_str(&hyphenated(*uuid)),
            Self::List(entries) => serializer.collect_seq(entries),
        }
    }
}

/// As RFC 9562 writes it.
pub(super) fn hyphenated(uuid: u128) -> String {
    let digits = format!("{uuid:032x}");
    let mut text = String::with_capacity(36);
    for (position, digit) in digits.chars().enumerate() {
        if [8, 12, 16, 20].contains(&position) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}
