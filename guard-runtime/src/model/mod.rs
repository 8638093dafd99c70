//! Models and records: who may create, read, update and delete which rows and fields.
//!
//! [`#[model_access]`](macro@crate::model_access) declares it on a struct. [`decide`] asks what one
//! env may do: as a condition in SQL, or of a record in memory. Both say the same of every row.

mod access;
mod bind;
mod bound;
mod column;
mod datum;
mod decision;
mod explain;
mod field;
mod fields;
#[doc(hidden)]
pub mod generated;
mod given;
mod hop;
mod kind;
mod kleene;
#[cfg(feature = "sea-orm")]
pub(crate) mod look;
mod op;
mod outline;
mod registry;
mod rows;
mod rule;
mod sql;
mod table;
mod words;

pub use guard_macros::model_access;

pub use access::{Access, FieldEntry, ModelAccess};
pub use datum::Datum;
pub use decision::{Decision, decide};
pub use explain::{
    Change, ChangeKind, DeclaredGrant, ExplainedGrant, ExplainedRule, Explanation, Outlook, Reach,
    RelatedRow, RuleText, Seen, Side, SmallestChange, Statement, explain, explain_without_record,
};
pub use field::{Field, Value};
pub use fields::{FieldSet, Shown};
pub use given::{EnvAttribute, EnvListAttribute};
pub use kind::{Boolean, Integer, Kind, Text, Uuid, ValueKind};
pub use kleene::Kleene;
pub use op::{Op, Ops};
pub use registry::{FieldWords, ModelEntry, ModelRules, RuleWords, models};
pub use rows::Rows;
pub use sql::{Dialect, SqlCondition};
pub use table::Table;
