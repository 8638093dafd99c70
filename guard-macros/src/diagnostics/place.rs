//! What is said of where an attribute stands, and of the function below it.

use proc_macro2::{Ident, Span};
use syn::Error;

use super::with_help;
use crate::gate::Kind;

pub(crate) fn not_a_function(at: Span, kind: Kind) -> Error {
    let help = "gates stand on handlers, `async fn`; for a whole scope, write `.wrap(…)` with the \
                function of the same name";
    with_help(
        at,
        format_args!("`{kind}` expects a handler function"),
        help,
    )
}

pub(crate) fn on_a_struct(at: Span, kind: Kind) -> Error {
    let help = "gates stand on handlers, `async fn`, and on parts of an admin tree, above `#[admin_app(…)]` and \
                the like";
    with_help(
        at,
        format_args!("`{kind}` expects a handler function, or a part of an admin tree"),
        help,
    )
}

pub(crate) fn no_body(at: &Ident, kind: Kind) -> Error {
    let help = "a gate stands where the handler is written, not where a trait asks for it";
    with_help(
        at.span(),
        format_args!("`{kind}` expects a function with a body"),
        help,
    )
}

pub(crate) fn no_function_left() -> Error {
    let help = "write the gate below that attribute";
    with_help(
        Span::call_site(),
        "another attribute has made the handler something that a gate cannot stand on",
        help,
    )
}

pub(crate) fn not_async(at: Span) -> Error {
    with_help(at, "a handler is an `async fn`", "write `async fn`")
}

pub(crate) fn has_receiver(at: Span) -> Error {
    let help = "take what the handler needs from `web::Data<…>`, in a function without `self`";
    with_help(at, "a handler cannot take `self`", help)
}

pub(crate) fn too_many_extractors(at: Span, most: usize) -> Error {
    let help = "put several into a tuple: `(first, second): (First, Second)`";
    with_help(
        at,
        format_args!("a handler takes at most {most} extractors"),
        help,
    )
}

pub(crate) fn conditional_extractor(at: Span) -> Error {
    let help = "write two handlers, each with its own `#[cfg(…)]`";
    with_help(at, "an extractor cannot depend on `cfg`", help)
}

pub(crate) fn variadic(at: Span) -> Error {
    let help = "name the extractors it takes";
    with_help(at, "a handler cannot be variadic", help)
}

pub(crate) fn unsafe_handler(at: Span) -> Error {
    let help = "put `unsafe` into its body";
    with_help(at, "a handler cannot be `unsafe`", help)
}
