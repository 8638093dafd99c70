//! What is said of the declaration of attributes of the env.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Error, Type};

use super::with_help;

pub(crate) fn built_in(name: &Ident) -> Error {
    let help = "it is there already: every env has it";
    with_help(name.span(), format_args!("`{name}` is built in"), help)
}

pub(crate) fn taken(name: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("`env.{name}` has another meaning in handlers"),
        "choose another name",
    )
}

pub(crate) fn no_type(name: &Ident) -> Error {
    let help = format!("write `{name}: String`, or `{name}: [i64]` for a list");
    with_help(name.span(), format_args!("`{name}` has no type"), help)
}

pub(crate) fn odd_type(at: Span, name: &Ident) -> Error {
    let help = format!("write `{name}: String`, or `{name}: [i64]` for a list");
    with_help(at, "expected a type", help)
}

pub(crate) fn other_type(at: Span, name: &Ident, meant: &Type, is_list: bool) -> Error {
    let meant = meant.to_token_stream().to_string().replace(' ', "");
    if is_list {
        let help = format!("write `{name}: [{meant}]`");
        with_help(at, "a list is written in brackets", help)
    } else {
        let help = format!("write `{name}: {meant}`");
        with_help(at, "an attribute holds its value itself", help)
    }
}

pub(crate) fn conditional(at: Span) -> Error {
    let help = "declare it always: rules may name it";
    with_help(at, "an attribute cannot depend on `cfg`", help)
}

pub(crate) fn no_names(at: Span) -> Error {
    let help = "write the path of the module that declares what the gate names";
    with_help(at, "this declares attributes of the env", help)
}
