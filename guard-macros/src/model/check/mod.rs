//! What the parts of an attribute say of each other.

mod fields;
mod grants;
mod item;
mod relations;
mod serde;

use super::access::{Access, Declarations};
use super::item::Model;
use crate::diagnostics::Errors;

/// Notes what contradicts, repeats or misses something.
pub(crate) fn check(access: &Access, model: &Model, known: Declarations<'_>, errors: &mut Errors) {
    item::check(access, model, errors);
    relations::check(access, model, errors);
    grants::check(access, known, errors);
    fields::check(access, model, errors);
    serde::check(access, model, errors);
}
