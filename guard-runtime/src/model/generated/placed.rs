//! Where the rows of a model are, without its rules.

use super::{Typed, column_among, is_same};
use crate::model::access::{FieldGrant, Grant, Restriction};
use crate::model::column::{Column, Reader};
use crate::model::hop::Relation;
use crate::model::rule::Rule;
use crate::model::{Access, Field, FieldEntry, Table};

/// What relations have to know of the model they lead to.
///
/// It is no part of [`ModelAccess`](crate::model::ModelAccess): two models may be related to each
/// other, and neither could be evaluated before the other.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no access rules",
    label = "nobody has said who may do what with it",
    note = "write `#[model_access(…)]` above the struct, and above its `#[derive(…)]`"
)]
pub trait Placed {
    /// Its table and its columns.
    const PLACE: &'static Place;
}

/// A table and its columns.
#[derive(Debug)]
pub struct Place {
    /// The table.
    pub table: Table,
    /// The columns, in the order of declaration.
    pub fields: &'static [FieldEntry],
    /// Fields that the database compares otherwise than Rust does: rules of other models may not look
    /// at them either.
    pub odd: &'static [&'static str],
}

impl Place {
    const fn is_odd(&self, field: &str) -> bool {
        let mut rest = self.odd;
        while let [odd, others @ ..] = rest {
            if is_same(odd.as_bytes(), field.as_bytes()) {
                return true;
            }
            rest = others;
        }
        false
    }
}

/// What is declared of the model at this place.
#[must_use]
pub const fn access_at<M>(
    place: &'static Place,
    description: &'static str,
    grants: &'static [Grant<M>],
    restrictions: &'static [Restriction<M>],
    field_grants: &'static [FieldGrant],
) -> Access<M> {
    super::access(
        description,
        place.table,
        place.fields,
        grants,
        restrictions,
        field_grants,
    )
}

/// A column of another model.
///
/// # Panics
///
/// At compile time, where the field is no column, or one that rules do not take.
#[must_use]
#[track_caller]
pub const fn typed_in<M, T, F>(
    place: &'static Place,
    field: &'static str,
    read: &'static Reader<M, T, F>,
) -> Typed<M>
where
    T: Field,
    F: Fn(&M) -> &T + Send + Sync,
{
    assert!(
        !place.is_odd(field),
        "the database compares this column otherwise than Rust does, by its `column_type`"
    );
    Typed::of(column_among(place.fields, field, read), read)
}

/// What is said of the rows of another model.
#[must_use]
pub const fn relation_in<M, O>(
    place: &'static Place,
    name: &'static str,
    any: bool,
    ours: &'static Column<M>,
    theirs: &'static Column<O>,
    rule: Rule<O>,
) -> Relation<M, O> {
    Relation {
        name,
        any,
        ours,
        table: &place.table,
        theirs,
        rule,
    }
}
