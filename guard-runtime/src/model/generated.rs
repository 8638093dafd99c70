//! What the code calls that `#[model_access]` and `define_env!` make. Not public API.

mod attribute;
pub mod env_names;
mod placed;
mod probe;
mod typed;

pub use attribute::{Attribute, ListAttribute};
pub use placed::{Place, Placed, access_at, relation_in, typed_in};
pub use probe::{Side, comparable, env_kind, env_list_kind, nullable, ordered, text, truth};
pub use typed::{Typed, typed};

pub use super::access::{FieldGrant, Grant, Restriction};
pub use super::column::{Column, Read, Reader};
pub use super::given::{EnvList, EnvValue, Given};
pub use super::hop::{Hop, Relation};
pub use super::kind::{Boolean, Integer, Kind, Text};
pub use super::registry::ModelEntry;
pub use super::rule::{Comparison, List, Operand, Rule};
use super::{Access, FieldEntry, ModelAccess, Ops, Table};
use crate::group::GroupRef;

/// A model.
#[must_use]
pub const fn access<M>(
    description: &'static str,
    table: Table,
    fields: &'static [FieldEntry],
    grants: &'static [Grant<M>],
    restrictions: &'static [Restriction<M>],
    field_grants: &'static [FieldGrant],
) -> Access<M> {
    Access {
        name: table.name,
        description,
        table,
        fields,
        grants,
        restrictions,
        field_grants,
    }
}

/// A column of a rule.
#[must_use]
pub const fn column<M>(
    field: &'static str,
    name: &'static str,
    read: &'static dyn Read<M>,
) -> Column<M> {
    Column::new(field, name, read)
}

/// The column that a field of a model is.
///
/// # Panics
///
/// At compile time, where the model has no such column: what the field itself is has been reported by
/// then.
pub(crate) const fn column_among<M>(
    fields: &'static [FieldEntry],
    field: &'static str,
    read: &'static dyn Read<M>,
) -> Column<M> {
    if fields.is_empty() {
        // A struct with a mistake, which is reported.
        return Column::new(field, field, read);
    }
    let mut position = 0;
    while position < fields.len() {
        #[allow(
            clippy::indexing_slicing,
            reason = "checked by the loop, at compile time"
        )]
        let entry = fields[position];
        if is_same(entry.field.as_bytes(), field.as_bytes()) {
            return Column::new(field, entry.column, read);
        }
        position += 1;
    }
    #[allow(clippy::panic, reason = "at compile time")]
    {
        panic!("the related field is no column")
    }
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut position = 0;
    while position < one.len() {
        #[allow(
            clippy::indexing_slicing,
            reason = "checked by the loop, at compile time"
        )]
        if one[position] != other[position] {
            return false;
        }
        position += 1;
    }
    true
}

/// A grant; a bit for each operation in the order of `CRUD`, the first the lowest.
#[must_use]
pub const fn grant<M>(group: GroupRef, ops: u8, rule: Option<Rule<M>>) -> Grant<M> {
    let ops = Ops::of_bits(ops);
    Grant { group, ops, rule }
}

/// A restriction.
#[must_use]
pub const fn restriction<M>(ops: u8, rule: Rule<M>) -> Restriction<M> {
    let ops = Ops::of_bits(ops);
    Restriction { ops, rule }
}

/// Who may read or write a field, by its position.
#[must_use]
pub const fn field_grant(field: u32, write: bool, group: Option<GroupRef>) -> FieldGrant {
    FieldGrant {
        field,
        write,
        group,
    }
}

/// What is said of related rows.
#[must_use]
pub const fn relation<M, O: ModelAccess>(
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
        table: &O::ACCESS.table,
        theirs,
        rule,
    }
}

/// A row of the registry.
#[must_use]
pub const fn model_entry<M: ModelAccess>(
    module: &'static str,
    file: &'static str,
    line: u32,
) -> ModelEntry {
    ModelEntry::new::<M>(module, file, line)
}
