//! Changes that name only what is to be changed.

use sea_orm::{ActiveValue, NotSet, Set, Value};

/// To be set if it is given.
pub(crate) fn given<T: Into<Value>>(value: Option<T>) -> ActiveValue<T> {
    value.map_or(NotSet, Set)
}
