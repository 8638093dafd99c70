//! Attributes of the env: declared once, named in the rules of models.

mod declaration;
mod declare;
mod known;
mod resolve;

pub(crate) use declare::declare;
pub(crate) use known::{BUILT_IN, Known};
pub(crate) use resolve::resolve;
