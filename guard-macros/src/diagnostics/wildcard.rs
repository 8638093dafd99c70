//! What is said of `*` where it stands for nothing.

use proc_macro2::Span;
use syn::Error;

use super::with_help;

pub(crate) fn scope(at: Span, wildcards: bool) -> Error {
    let help = if wildcards {
        "name the scope: `admin.* = *`"
    } else {
        "write `scope.resource = GET`"
    };
    with_help(at, "expected a scope, found `*`", help)
}

pub(crate) fn resource(at: Span, scope: &str) -> Error {
    with_help(
        at,
        "a gate names each resource that it demands",
        format_args!("write `{scope}.resource = GET`; `*` is for roles"),
    )
}

pub(crate) fn verb(at: Span, of: &str) -> Error {
    let of = of
        .strip_suffix(".*")
        .map_or_else(|| of.to_owned(), |scope| format!("{scope}.resource"));
    with_help(
        at,
        "a gate names each verb that it demands",
        format_args!("write `{of} = [GET, UPDATE]`; `*` is for roles"),
    )
}
