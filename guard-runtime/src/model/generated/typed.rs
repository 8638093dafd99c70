//! A column with what the compiler found of its type.

use super::probe::Side;
use crate::model::column::{Column, Reader};
use crate::model::kind::Kind as _;
use crate::model::{Field, ValueKind};

/// A column of a rule, and what may be said of it.
#[derive(Debug)]
pub struct Typed<M: 'static> {
    /// The column.
    pub column: Column<M>,
    kind: ValueKind,
    nullable: bool,
}

/// A column of the model itself. All that is asked of its type is asked here, so that a type that
/// rules do not take is reported once.
#[must_use]
pub const fn typed<M, T, F>(
    name: &'static str,
    field: &'static str,
    read: &'static Reader<M, T, F>,
) -> Typed<M>
where
    T: Field,
    F: Fn(&M) -> &T + Send + Sync,
{
    Typed::of(Column::new(field, name, read), read)
}

impl<M> Typed<M> {
    pub(super) const fn of<T: Field, F>(column: Column<M>, _: &Reader<M, T, F>) -> Self {
        Self {
            column,
            kind: T::Kind::KIND,
            nullable: T::NULLABLE,
        }
    }

    /// A side of a comparison.
    #[must_use]
    pub const fn side(&self) -> Side {
        Side::Kind(self.kind)
    }

    /// Whether it can be empty.
    #[must_use]
    pub const fn is_nullable(&self) -> bool {
        self.nullable
    }
}
