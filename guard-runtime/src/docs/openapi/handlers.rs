//! Which handler stands behind an operation: noted when the operation is made.

use std::any::type_name;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use utoipa::Path;
use utoipa::openapi::path::Operation;

use crate::gate::{Require, Requirement};

/// The extension of an operation that names its handler.
pub(super) const HANDLER: &str = "x-handler";

/// What is known of a documented handler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Documented {
    pub(super) gate: &'static Requirement,
    /// The path that utoipa knows, without the prefixes of scopes.
    pub(super) path: String,
}

/// All documented handlers whose operations were made so far. Two handlers in bodies of functions may
/// go by one name.
static HANDLERS: Mutex<BTreeMap<String, Vec<Documented>>> = Mutex::new(BTreeMap::new());

/// The operation that utoipa makes of a handler, with the handler's name.
///
/// The attribute of a gate adds an associated function of this content to the type that
/// `#[utoipa::path]` makes. It goes before the one of the trait, so that every way of collecting
/// operations comes past it, whichever attribute stands above the other.
#[must_use]
pub fn operation<T: Path, R: Require>() -> Operation {
    let mut operation = T::operation();
    let name = handler_of(type_name::<T>());
    let mut handlers = HANDLERS.lock().unwrap_or_else(PoisonError::into_inner);
    let known = handlers.entry(name.clone()).or_default();
    let documented = Documented {
        gate: R::REQUIREMENT,
        path: T::path(),
    };
    if !known.contains(&documented) {
        known.push(documented);
    }
    let extensions = operation.extensions.get_or_insert_default();
    extensions.insert(HANDLER.to_owned(), name.into());
    operation
}

/// What is known of the handler of an operation, by its name.
pub(super) fn known(handler: &str) -> Vec<Documented> {
    let handlers = HANDLERS.lock().unwrap_or_else(PoisonError::into_inner);
    handlers.get(handler).cloned().unwrap_or_default()
}

/// `my_app::orders::__path_list` is the type that utoipa makes of `my_app::orders::list`.
fn handler_of(type_name: &str) -> String {
    match type_name.rsplit_once("::__path_") {
        Some((module, name)) => format!("{module}::{name}"),
        None => type_name.to_owned(),
    }
}
