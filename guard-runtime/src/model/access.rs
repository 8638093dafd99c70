//! What is declared of a model: who may do what with which of its records.

use std::fmt;

use super::rule::Rule;
use super::table::Table;
use super::{FieldSet, Op, Ops};
use crate::Env;
use crate::group::GroupRef;
use crate::names::Foreign;

/// A model with access rules: what [`#[model_access]`](macro@crate::model_access) makes of a struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no access rules",
    label = "nobody has said who may do what with it",
    note = "write `#[model_access(…)]` above the struct, and above its `#[derive(…)]`"
)]
pub trait ModelAccess: Sized + Send + Sync + 'static {
    /// What callers are given: the struct itself, or, where some may not read all fields, one of the
    /// same fields some of which may be [hidden](super::Shown).
    type Readable: Send + 'static;

    /// Everything that is declared.
    const ACCESS: &'static Access<Self>;

    /// The record with the fields that may be read.
    fn readable(self, fields: &FieldSet) -> Self::Readable;
}

/// Everything that is declared of an `M`.
pub struct Access<M: 'static> {
    /// What it is called in messages: the struct's table.
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    pub(crate) table: Table,
    pub(crate) fields: &'static [FieldEntry],
    pub(crate) grants: &'static [Grant<M>],
    pub(crate) restrictions: &'static [Restriction<M>],
    pub(crate) field_grants: &'static [FieldGrant],
}

/// A field of the struct that is a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldEntry {
    /// The name of the field.
    pub field: &'static str,
    /// The name of the column.
    pub column: &'static str,
}

/// `grant(group, CRU, where rule)`
pub struct Grant<M: 'static> {
    pub(crate) group: GroupRef,
    pub(crate) ops: Ops,
    pub(crate) rule: Option<Rule<M>>,
}

/// `restrict(UD, rule)`
pub struct Restriction<M: 'static> {
    pub(crate) ops: Ops,
    pub(crate) rule: Rule<M>,
}

/// `read(group, field)`, `write(group, field)`
#[derive(Clone, Copy, Debug)]
pub struct FieldGrant {
    /// The position of the field.
    pub(crate) field: u32,
    /// Whether it is about writing; else it is about reading.
    pub(crate) write: bool,
    /// Nobody, if there is none.
    pub(crate) group: Option<GroupRef>,
}

impl<M> Access<M> {
    /// What the model is called in messages: the name of its table.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What its doc comment says, in one line.
    #[must_use]
    pub fn description(&self) -> &'static str {
        self.description
    }

    /// Where its rows are.
    #[must_use]
    pub fn table(&self) -> Table {
        self.table
    }

    /// Its columns, in the order of declaration.
    #[must_use]
    pub fn fields(&self) -> &'static [FieldEntry] {
        self.fields
    }

    /// Whether a rule about the operation asks for rows of other models.
    #[cfg(feature = "sea-orm")]
    pub(crate) fn looks_elsewhere(&self, op: Op) -> bool {
        let grants = self.grants.iter().filter(|it| it.ops.contains(op));
        let mut granting = grants.filter_map(|it| it.rule.as_ref());
        let restrictions = self.restrictions.iter();
        let mut restricting = restrictions.filter(|it| it.ops.contains(op));
        granting.any(Rule::looks_elsewhere) || restricting.any(|it| it.rule.looks_elsewhere())
    }

    /// The grants of this env's groups for the operation, in the order of declaration.
    pub(crate) fn grants_for<'a>(
        &'static self,
        env: &'a Env,
        op: Op,
    ) -> impl Iterator<Item = &'static Grant<M>> + use<'a, M> {
        let grants = self.grants.iter();
        grants.filter(move |it| it.ops.contains(op) && holds(env, it.group))
    }
}

/// Whether the user is in the group. A group of another declaration than the user's is one the user
/// is not in.
pub(crate) fn holds(env: &Env, group: GroupRef) -> bool {
    env.user().groups().holds(group).unwrap_or_else(|Foreign| {
        tracing::error!(
            group = group.name(),
            "the user's groups and the model's are of two declarations: the model grants nothing"
        );
        false
    })
}

impl<M> fmt::Debug for Access<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
