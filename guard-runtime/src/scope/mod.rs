//! Permissions: declared once as scopes, resources and verbs; held as sets of bits.

mod access;
mod ask;
mod entry;
mod limit;
mod may;
mod parse;
mod permission;
mod project;
mod schema;
mod set;
mod set_parts;
mod set_traits;
#[cfg(test)]
mod tests;
mod typed;
mod verb;

pub use access::ProjectScope;
pub(crate) use ask::{ProjectAnswer, ProjectKey, look_up};
pub use entry::{ResourceEntry, ScopeEntry};
pub use limit::ScopeLimit;
pub use parse::ParsePermissionError;
pub use permission::Permission;
pub use project::{Project, ProjectDirectory, Visibility};
pub use schema::Scopes;
pub use set::PermissionSet;
pub use typed::{GlobalPermission, OfAll, OfProject, ProjectPermission, Schema, StaticPermission};
pub use verb::Verb;
