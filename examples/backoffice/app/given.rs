//! Changes that name only what is to be changed.

use sea_orm::{ActiveValue, NotSet, Set, Value};
use serde::{Deserialize, Deserializer};

/// What a request names, or does not. `null` is a value: where there can be none it is refused, and not
/// taken for something that was left out, as an `Option` does.
#[derive(Debug)]
pub(crate) struct Given<T>(Option<T>);

impl<T> Given<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        self.0.as_ref()
    }

    /// To be set if it is given.
    pub(crate) fn set(self) -> ActiveValue<T>
    where
        T: Into<Value>,
    {
        given(self.0)
    }
}

impl<T> Default for Given<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        T::deserialize(value).map(|it| Self(Some(it)))
    }
}

/// To be set if there is one.
pub(crate) fn given<T: Into<Value>>(value: Option<T>) -> ActiveValue<T> {
    value.map_or(NotSet, Set)
}
