//! What is said of fields that not all may read or write.

use proc_macro2::{Ident, Span, TokenTree};
use syn::Error;

use crate::diagnostics::with_help;
use crate::model::Way;

pub(crate) fn names_none(at: Span, way: Way, group: Option<&Ident>) -> Error {
    let name = way.name();
    let help = match (way, group) {
        (Way::Filled, _) => "write `filled(created_on)`".to_owned(),
        (_, Some(group)) => format!("write `{name}({group}, cost_cents)`"),
        (_, None) => format!("write `{name}(sales_manager, cost_cents)`"),
    };
    with_help(at, format_args!("`{name}` names no field"), help)
}

pub(crate) fn expected_field(at: Span, item: &[TokenTree]) -> Error {
    let help = match item {
        [TokenTree::Literal(literal)] => {
            format!(
                "write it without quotes: `{}`",
                literal.to_string().trim_matches('"')
            )
        }
        _ => "name fields, separated by commas".to_owned(),
    };
    with_help(at, "expected a field", help)
}

pub(crate) fn named_twice(name: &Ident, way: Way) -> Error {
    let way = way.name();
    with_help(
        name.span(),
        format_args!("`{way}` names `{name}` twice"),
        "remove one of the two",
    )
}

pub(crate) fn given_twice(name: &Ident, way: Way, group: &Ident) -> Error {
    let way = way.name();
    with_help(
        name.span(),
        format_args!("`{way}({group}, …)` names `{name}` twice"),
        "remove one of the two",
    )
}

pub(crate) fn nobody_and_somebody(name: &Ident, way: Way) -> Error {
    let way = way.name();
    with_help(
        name.span(),
        format_args!("`{way}` gives `{name}` to nobody and to somebody"),
        "keep what is meant",
    )
}

pub(crate) fn filled_and_written(name: &Ident) -> Error {
    let help = "what the application fills is written by nobody: keep what is meant";
    with_help(
        name.span(),
        format_args!("`filled` contradicts `write` of `{name}`"),
        help,
    )
}

pub(crate) fn hidden_key(name: &Ident) -> Error {
    let help = "who may read a record may know which one it is";
    with_help(
        name.span(),
        format_args!("`{name}` is the primary key, which is for all readers"),
        help,
    )
}

pub(crate) fn required(name: &Ident, creator: &Ident) -> Error {
    let help = format!(
        "let a group write it, give it a default, or write `filled({name})` if the application's own code \
         fills it"
    );
    with_help(
        name.span(),
        format_args!(
            "`{creator}` may create records, and each needs `{name}`, which nobody may write"
        ),
        help,
    )
}
