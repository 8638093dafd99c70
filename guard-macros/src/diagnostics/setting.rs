//! What is said of the settings among the arguments.

use proc_macro2::{Ident, Span};
use syn::Error;

use super::with_help;
use crate::names::Sort;

pub(crate) fn unknown_setting(at: &Ident, sort: Sort) -> Error {
    let known = sort.module();
    let help = format!("the one setting is `{known} = path`, where the {known} are declared");
    with_help(at.span(), format_args!("unknown setting `{at}`"), help)
}

pub(crate) fn expected_path(at: Span, sort: Sort) -> Error {
    let names = sort.module();
    with_help(
        at,
        format_args!("expected the path of the module that declares the {names}"),
        format_args!("write `{names} = crate::access::{names}`"),
    )
}

pub(crate) fn setting_twice(at: &Ident) -> Error {
    with_help(
        at.span(),
        format_args!("`{at}` is set twice"),
        "remove one of the two",
    )
}
