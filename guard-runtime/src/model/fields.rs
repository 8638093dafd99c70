//! Which fields of a model may be read or written.

use std::fmt;

use serde::{Serialize, Serializer};

use super::access::{Access, holds};
use crate::Env;
use crate::bits::Bits;

/// Some fields of a model.
#[derive(Debug, Default)]
pub struct FieldSet {
    /// Those left out; so nothing is stored for most models.
    without: Bits,
}

impl FieldSet {
    /// Whether the field at this position is one of them.
    #[must_use]
    pub fn has(&self, position: u32) -> bool {
        !self.without.has(position)
    }

    /// Whether all fields are.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.without.is_empty()
    }
}

impl<M> Access<M> {
    /// The fields that this env may read of a record that it may read.
    #[must_use]
    pub fn readable(&self, env: &Env) -> FieldSet {
        self.of(env, false)
    }

    /// The fields that this env may write of a record that it may create or update.
    #[must_use]
    pub fn writable(&self, env: &Env) -> FieldSet {
        self.of(env, true)
    }

    fn of(&self, env: &Env, write: bool) -> FieldSet {
        let mut fields = FieldSet::default();
        if env.elevation().is_some() {
            return fields;
        }
        let mine = || self.field_grants.iter().filter(|it| it.write == write);
        for grant in mine() {
            fields.without.set(grant.field);
        }
        for grant in mine() {
            if grant.group.is_some_and(|group| holds(env, group)) {
                fields.without.clear(grant.field);
            }
        }
        fields
    }
}

/// A field that not all who may read the record may read.
///
/// A hidden one is absent: it is not serialized, and nothing of it is kept.
///
/// ```
/// use guard_runtime::model::Shown;
///
/// assert_eq!(Shown::Shown(7).get(), Some(&7));
/// assert_eq!(Shown::<i64>::Hidden.get(), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shown<T> {
    /// The caller may not read it.
    Hidden,
    /// What the record holds.
    Shown(T),
}

impl<T> Shown<T> {
    /// The value if it may be seen.
    #[must_use]
    pub fn when(value: T, visible: bool) -> Self {
        if visible {
            Self::Shown(value)
        } else {
            Self::Hidden
        }
    }

    /// The value, if the caller may read it.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Hidden => None,
            Self::Shown(value) => Some(value),
        }
    }

    /// The value, if the caller may read it.
    pub fn into_inner(self) -> Option<T> {
        match self {
            Self::Hidden => None,
            Self::Shown(value) => Some(value),
        }
    }

    /// Whether the caller may not read it.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden)
    }
}

impl<T: fmt::Debug> fmt::Debug for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hidden => f.write_str("(hidden)"),
            Self::Shown(value) => value.fmt(f),
        }
    }
}

/// As the value itself. A hidden one is left out by the struct it stands in; alone it is null.
impl<T: Serialize> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}
