//! What is said of the fields and records of a model page.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::{Error, LitStr};

use crate::diagnostics::{list, near, with_help};

pub(crate) fn not_a_module(last: &Ident) -> Error {
    with_help(
        last.span(),
        format_args!("expected the module of the model, found its `{last}`"),
        format_args!("write the path without `::{last}`"),
    )
}

pub(crate) fn names_nothing(at: Span, option: &str) -> Error {
    let help = match option {
        "sort" => "write `sort(-created_on, number)`".to_owned(),
        "label" => "write `label(total_cents = \"Total\")`".to_owned(),
        "refers" => "write `refers(contact_id = Contacts)`".to_owned(),
        "money" => "write `money(total_cents = \"EUR\")`".to_owned(),
        "choices" => "write `choices(status = [\"draft\", \"posted\"])`".to_owned(),
        _ => format!("write `{option}(number, status)`, or remove it"),
    };
    with_help(at, format_args!("`{option}` names no field"), help)
}

pub(crate) fn expected_field(at: Span, option: &str, item: &[TokenTree]) -> Error {
    let help = match item {
        [TokenTree::Literal(literal)] => {
            let name = literal.to_string();
            format!("write it without quotes: `{}`", name.trim_matches('"'))
        }
        [TokenTree::Punct(minus), TokenTree::Ident(name)] if minus.as_char() == '-' => {
            format!("write `{name}`: the order is said in `sort(-{name})`")
        }
        _ => format!("`{option}` names fields of the model, separated by commas"),
    };
    with_help(at, "expected a field", help)
}

pub(crate) fn keyword(name: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("expected a field, found the keyword `{name}`"),
        format_args!("write `r#{}`", name.unraw()),
    )
}

pub(crate) fn named_twice(name: &Ident, option: &str) -> Error {
    with_help(
        name.span(),
        format_args!("`{option}` names `{name}` twice"),
        "remove one of the two",
    )
}

pub(crate) fn leftover(at: Span, name: &Ident, option: &str) -> Error {
    with_help(
        at,
        format_args!("unexpected text after `{name}`"),
        format_args!("`{option}` names fields, separated by commas"),
    )
}

pub(crate) fn not_an_order(at: Span) -> Error {
    with_help(
        at,
        "expected the end of the field",
        "a field alone is sorted upwards; a `-` before it turns that round",
    )
}

pub(crate) fn expected_label(name: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("`{name}` is given no label"),
        format_args!("write `{name} = \"Total\"`"),
    )
}

pub(crate) fn expected_page(name: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("`{name}` refers to no page"),
        format_args!("write `{name} = Contacts`, the type of a model page"),
    )
}

pub(crate) fn expected_currency(name: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("`{name}` is given no currency"),
        format_args!("write `{name} = \"EUR\"`"),
    )
}

pub(crate) fn not_a_currency(text: &LitStr) -> Error {
    with_help(
        text.span(),
        format_args!("`{}` is no currency", text.value()),
        "write its code in ISO 4217, three capital letters: `\"EUR\"`",
    )
}

pub(crate) fn expected_choices(name: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("`{name}` is given no choices"),
        format_args!("write `{name} = [\"draft\", \"posted\"]`"),
    )
}

pub(crate) fn no_choices(at: Span) -> Error {
    with_help(
        at,
        "there is nothing to choose from",
        "write texts: `[\"draft\", \"posted\"]`",
    )
}

pub(crate) fn expected_choice(at: Span) -> Error {
    with_help(
        at,
        "expected a text",
        "choices are texts, separated by commas: `[\"draft\", \"posted\"]`",
    )
}

pub(crate) fn choice_twice(text: &LitStr) -> Error {
    let value = text.value();
    with_help(
        text.span(),
        format_args!("`{value}` can be chosen twice"),
        "remove one of the two",
    )
}

pub(crate) fn only_nothing(at: Span) -> Error {
    let help = format!("name some of {}", list(&ACTIONS));
    with_help(
        at,
        "`only` of nothing leaves a page on which nothing can be done",
        help,
    )
}

pub(crate) fn expected_action(at: Span) -> Error {
    with_help(
        at,
        "expected what may be done with the records",
        format_args!("name some of {}", list(&ACTIONS)),
    )
}

pub(crate) fn unknown_action(word: &Ident) -> Error {
    let help = near(word, &ACTIONS).unwrap_or_else(|| format!("it is one of {}", list(&ACTIONS)));
    with_help(
        word.span(),
        format_args!("`{word}` is nothing that is done with records"),
        help,
    )
}

const ACTIONS: [&str; 5] = ["list", "read", "create", "update", "delete"];
