//! The attributes of the admin tree: request → understand → check → expand.

mod declaration;
mod expand;
mod field;
mod fields;
mod gates;
mod item;
mod kind;
mod names;
mod offered;
mod parts;
mod request;
mod shown;
#[cfg(test)]
mod tests;

pub(crate) use expand::attribute;
pub(crate) use item::split;
pub(crate) use kind::Kind;
pub(crate) use names::SUBJECTS;
