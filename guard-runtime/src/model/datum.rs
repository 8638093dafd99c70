//! A value that a rule compares with, owned.

use std::cmp::Ordering;
use std::sync::Arc;

use super::field::Value;
use super::given::Given;
use super::kind::ValueKind;
use crate::Id;

/// A value of one kind, and never NULL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A truth value.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(Arc<str>),
    /// The 128 bits of a UUID.
    Uuid(u128),
}

impl Datum {
    /// The same as a column holds it; nothing of NULL.
    #[must_use]
    pub fn of(value: Value<'_>) -> Option<Self> {
        Some(match value {
            Value::Null => return None,
            Value::Boolean(truth) => Self::Boolean(truth),
            Value::Integer(number) => Self::Integer(number),
            Value::Text(text) => Self::Text(text.into()),
            Value::Uuid(uuid) => Self::Uuid(uuid),
        })
    }

    /// The value as a column of this kind would hold it; nothing if it holds no such value.
    pub(crate) fn given(given: Given, kind: ValueKind) -> Option<Self> {
        match given {
            Given::Absent => None,
            Given::Id(id) => Self::id(&id, kind),
            Given::Value(value) => (value.kind() == kind).then_some(value),
        }
    }

    fn id(id: &Id, kind: ValueKind) -> Option<Self> {
        match kind {
            ValueKind::Boolean => None,
            ValueKind::Integer => id.as_i64().map(Self::Integer),
            ValueKind::Text => Some(Self::Text(id.as_text().into())),
            ValueKind::Uuid => uuid(id),
        }
    }

    pub(crate) fn kind(&self) -> ValueKind {
        match self {
            Self::Boolean(_) => ValueKind::Boolean,
            Self::Integer(_) => ValueKind::Integer,
            Self::Text(_) => ValueKind::Text,
            Self::Uuid(_) => ValueKind::Uuid,
        }
    }

    /// How it compares with what a row holds; nothing with NULL and with another kind.
    pub(crate) fn compare(&self, value: Value<'_>) -> Option<Ordering> {
        match (value, self) {
            (Value::Boolean(value), Self::Boolean(mine)) => Some(value.cmp(mine)),
            (Value::Integer(value), Self::Integer(mine)) => Some(value.cmp(mine)),
            (Value::Text(value), Self::Text(mine)) => Some(value.cmp(mine)),
            (Value::Uuid(value), Self::Uuid(mine)) => Some(value.cmp(mine)),
            _ => None,
        }
    }

    pub(crate) fn as_value(&self) -> Value<'_> {
        match self {
            Self::Boolean(truth) => Value::Boolean(*truth),
            Self::Integer(number) => Value::Integer(*number),
            Self::Text(text) => Value::Text(text),
            Self::Uuid(uuid) => Value::Uuid(*uuid),
        }
    }
}

impl From<&str> for Datum {
    fn from(text: &str) -> Self {
        Self::Text(Arc::from(text))
    }
}

#[cfg(feature = "uuid")]
fn uuid(id: &Id) -> Option<Datum> {
    let uuid = uuid::Uuid::parse_str(&id.as_text()).ok()?;
    Some(Datum::Uuid(uuid.as_u128()))
}

#[cfg(not(feature = "uuid"))]
fn uuid(_: &Id) -> Option<Datum> {
    None
}
