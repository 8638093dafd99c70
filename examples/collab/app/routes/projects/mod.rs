//! Projects, and everything in one of them.

pub(crate) mod git_links;
pub(crate) mod log;
pub(crate) mod members;
pub(crate) mod models;
pub(crate) mod pipelines;
pub(crate) mod restrictions;
pub(crate) mod root;
pub(crate) mod tools;
pub(crate) mod volume;
