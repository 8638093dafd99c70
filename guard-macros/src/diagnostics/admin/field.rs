//! What is said of the fields of a form.

use proc_macro2::{Ident, Span};
use syn::Error;

use crate::diagnostics::{list, near, with_help};

const OPTIONS: [&str; 3] = ["label", "choices", "long"];

pub(crate) fn not_a_list(at: Span) -> Error {
    with_help(
        at,
        "`field` takes its options in parentheses",
        "write `#[field(label = \"Text\")]`",
    )
}

pub(crate) fn expected_option(at: Span) -> Error {
    with_help(
        at,
        "expected an option",
        format_args!("`field` takes {}", list(&OPTIONS)),
    )
}

pub(crate) fn unknown(word: &Ident) -> Error {
    let help = near(word, &OPTIONS).unwrap_or_else(|| format!("`field` takes {}", list(&OPTIONS)));
    with_help(
        word.span(),
        format_args!("`field` has no option `{word}`"),
        help,
    )
}

pub(crate) fn misused(word: &Ident) -> Error {
    let (problem, help) = match word.to_string().as_str() {
        "long" => ("takes no value", "long"),
        "label" => ("takes a text", "label = \"Text\""),
        _ => ("takes a list of texts", "choices = [\"all\", \"staff\"]"),
    };
    with_help(
        word.span(),
        format_args!("`{word}` {problem}"),
        format_args!("write `{help}`"),
    )
}

pub(crate) fn twice(word: &Ident) -> Error {
    with_help(
        word.span(),
        format_args!("`{word}` is written twice"),
        "remove one of the two",
    )
}

pub(crate) fn long_choice(at: &Ident) -> Error {
    with_help(
        at.span(),
        "a choice has no lines",
        "keep `choices` or `long`",
    )
}

pub(crate) fn long_what(at: &Ident) -> Error {
    with_help(
        at.span(),
        "`long` is said of texts, and this is none",
        "remove it",
    )
}

pub(crate) fn conditional(at: Span) -> Error {
    let help = "declare it always, and decide in `has_…_permission` or when the form comes in";
    with_help(at, "a field of a form cannot depend on `cfg`", help)
}

pub(crate) fn renamed(word: &Ident, name: &Ident) -> Error {
    let help =
        "rename the field itself; what it is called on the page says `#[field(label = \"…\")]`";
    with_help(
        word.span(),
        format_args!("a form sends the field as `{name}`, and serde would look for another name"),
        help,
    )
}

pub(crate) fn all_renamed(word: &Ident) -> Error {
    let help = "remove it; what fields are called on the page says `#[field(label = \"…\")]`";
    with_help(
        word.span(),
        "a form sends fields by their names, and serde would look for others",
        help,
    )
}
