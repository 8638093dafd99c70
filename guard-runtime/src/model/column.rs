//! A column as rules see it: a name in SQL, a value in memory.

use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;

use super::field::{Field, Value};
use super::kind::{Kind, ValueKind};

/// A column that stands in a rule about an `M`.
pub struct Column<M: 'static> {
    /// The name of the field.
    pub(crate) field: &'static str,
    /// The name in SQL.
    pub(crate) name: &'static str,
    read: &'static dyn Read<M>,
}

impl<M> Column<M> {
    pub(crate) const fn new(
        field: &'static str,
        name: &'static str,
        read: &'static dyn Read<M>,
    ) -> Self {
        Self { field, name, read }
    }

    pub(crate) fn kind(&self) -> ValueKind {
        self.read.kind()
    }

    pub(crate) fn is_nullable(&self) -> bool {
        self.read.is_nullable()
    }

    pub(crate) fn field_type(&self) -> TypeId {
        self.read.field_type()
    }

    /// What the row holds.
    pub(crate) fn value<'a>(&self, row: &'a M) -> Value<'a> {
        self.read.value(row)
    }

    /// The same for whole numbers, which most rules compare: it goes through registers.
    pub(crate) fn integer(&self, row: &M) -> Option<i64> {
        self.read.integer(row)
    }
}

impl<M> fmt::Debug for Column<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.field)
    }
}

/// Reads one field.
pub trait Read<M>: Send + Sync {
    /// The kind of its values.
    fn kind(&self) -> ValueKind;
    /// Whether it can be NULL.
    fn is_nullable(&self) -> bool;
    /// The type of the field.
    fn field_type(&self) -> TypeId;
    /// The value in this row.
    fn value<'a>(&self, row: &'a M) -> Value<'a>;
    /// The value, if it is a whole number.
    fn integer(&self, row: &M) -> Option<i64>;
}

/// Reads the field that a closure points at.
pub struct Reader<M, T, F> {
    at: F,
    field: PhantomData<fn(&M) -> T>,
}

impl<M, T, F: Copy> Reader<M, T, F> {
    /// Reads what the closure points at.
    pub const fn new(at: F) -> Self
    where
        F: Fn(&M) -> &T,
    {
        let field = PhantomData;
        Self { at, field }
    }
}

impl<M, T: Field, F: Fn(&M) -> &T + Send + Sync> Read<M> for Reader<M, T, F> {
    fn kind(&self) -> ValueKind {
        T::Kind::KIND
    }

    fn is_nullable(&self) -> bool {
        T::NULLABLE
    }

    fn field_type(&self) -> TypeId {
        TypeId::of::<T>()
    }

    fn value<'a>(&self, row: &'a M) -> Value<'a> {
        (self.at)(row).value()
    }

    fn integer(&self, row: &M) -> Option<i64> {
        match (self.at)(row).value() {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }
}

impl<M, T, F> fmt::Debug for Reader<M, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}
