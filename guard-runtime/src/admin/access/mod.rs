//! What the pages about access show: answers about rules, gates, users and assignments, as data.
//!
//! Nothing here is drawn and nothing asks who is asking: whoever calls it has let the caller in by a gate.
//! The answers are made for [`serde`], and some export themselves as comma-separated values.
//!
//! - [`Matrix`]: models × C R U D × groups.
//! - [`routes`], [`Subject::opens`]: every endpoint with its gate, and what a permission opens.
//! - [`Wanted::givers`], [`Sources::who_can`]: which groups, roles and users may do something.
//! - [`Question`], [`Sources::explain`]: why somebody may or may not, and the smallest change.
//! - [`Accounts`]: the application's own table of users.
//! - [`ProjectMembers`]: all projects, and who is in them.
//! - [`AssignmentRules`]: who may hand out what to whom.
//! - [`ChangeLog`]: what was handed out, before it is.

mod accounts;
mod assign;
mod csv;
mod error;
mod explain;
mod implied;
mod log;
mod matrix;
mod part;
mod projects;
mod query;
mod records;
mod role_names;
mod routes;
mod sources;
mod vocabulary;
mod who;

pub use accounts::{Account, Accounts, AccountsError};
pub use assign::{AssignmentRefusal, AssignmentRules};
pub(in crate::admin) use csv::Csv;
pub use error::AskError;
pub use explain::{About, Answered, Asker, Question, Step, Verdict};
pub use log::{
    AssignmentChange, AssignmentKind, ChangeFilter, ChangeLog, ChangeState, MemoryChangeLog,
    NewChange, logged,
};
pub use matrix::{
    Allowed, CellGrant, FieldHolder, Matrix, MatrixCell, MatrixField, MatrixGroup, MatrixModel,
    MatrixRow, RuleSql,
};
pub use part::{MOST_AT_ONCE, Part};
pub(in crate::admin) use projects::visibility_name;
pub use projects::{ListedProject, ProjectMembers};
pub(super) use query::PARAMETERS;
pub use query::QueryError;
pub use records::{RecordKey, Records};
pub use role_names::RoleNames;
pub use routes::{OpenTo, OpenedRoute, Opening, RouteRow, Subject, registered, routes};
pub use sources::Sources;
pub(in crate::admin) use sources::unblocked;
pub use vocabulary::Vocabulary;
pub use who::{Giver, Givers, Holder, Holders, How, TokenEffect, Wanted};

use crate::model::Op;

fn op_name(op: Op) -> &'static str {
    match op {
        Op::Create => "create",
        Op::Read => "read",
        Op::Update => "update",
        Op::Delete => "delete",
    }
}
