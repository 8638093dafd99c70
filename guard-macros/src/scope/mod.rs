//! Permissions: declared once as scopes, resources and verbs, checked wherever they are named.

mod check;
mod declaration;
mod declare;
mod declared;
mod find;
mod inherits;
mod paths;
mod permissions;
mod read;
mod repeat;
mod resolve;
mod verb;

pub(crate) use declare::declare;
pub(crate) use declared::Declared;
pub(crate) use permissions::{Choice, Permissions};
pub(crate) use resolve::resolve;
pub(crate) use verb::VERBS;
