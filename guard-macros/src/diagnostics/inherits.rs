//! What is said of what a scope of projects inherits.

use proc_macro2::{Ident, Span};
use syn::Error;

use super::{list, with_help};

pub(crate) fn global_inherits(at: Span, scope: &Ident) -> Error {
    let help = format!("only scopes of projects inherit: `{scope}({scope}_id) inherits …`");
    with_help(
        at,
        format_args!("`{scope}` is global and inherits nothing"),
        help,
    )
}

pub(crate) fn expected_inherited(at: Span, after: &str) -> Error {
    with_help(
        at,
        format_args!("expected a resource of a global scope after `{after}`"),
        "write `inherits admin.projects`, and join several with `+`",
    )
}

pub(crate) fn after_inherited(at: Span, found: &str, after: &str) -> Error {
    with_help(
        at,
        format_args!("unexpected `{found}` after `{after}`"),
        "write `inherits admin.projects`, and join several with `+`",
    )
}

pub(crate) fn inherits_itself(at: &Ident) -> Error {
    with_help(
        at.span(),
        format_args!("`{at}` inherits from itself"),
        "name a resource of a global scope",
    )
}

pub(crate) fn inherits_of_projects(at: &Ident) -> Error {
    with_help(
        at.span(),
        format_args!("`{at}` is a scope of projects, from which nothing is inherited"),
        "name a resource of a global scope",
    )
}

pub(crate) fn inherited_twice(at: Span, of: &str, by: &Ident) -> Error {
    with_help(
        at,
        format_args!("`{by}` inherits `{of}` twice"),
        "remove one of the two",
    )
}

pub(crate) fn inherits_nothing(at: Span, of: &str, verbs: &[&str], by: &Ident) -> Error {
    let help = match verbs {
        [] => "name a resource that offers some".to_owned(),
        verbs => format!("offer {} on one, or remove it", list(verbs)),
    };
    with_help(
        at,
        format_args!("no resource of `{by}` offers a verb of `{of}`"),
        help,
    )
}
