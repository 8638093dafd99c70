//! What is said of the values of options.

use proc_macro2::{Ident, Span};
use syn::{Error, LitStr};

use super::option::example;
use crate::admin::SUBJECTS;
use crate::diagnostics::{list, near, with_help};

pub(crate) fn expected_text(at: Span, word: &str) -> Error {
    let problem = match word {
        "independent" => "expected the reason why it is open where what it stands under is closed",
        _ => "expected a text",
    };
    with_help(at, problem, format_args!("write `{}`", example(word)))
}

pub(crate) fn expected_path(at: Span, word: &str) -> Error {
    let problem = match word {
        "model" => "expected the module of the model",
        "on" => "expected the page that the action belongs to",
        _ => "expected what it stands under",
    };
    with_help(at, problem, format_args!("write `{}`", example(word)))
}

pub(crate) fn expected_number(at: Span, word: &str) -> Error {
    with_help(
        at,
        "expected a whole number",
        format_args!("write `{}`", example(word)),
    )
}

const TARGETS: [&str; 3] = ["page", "one", "chosen"];

pub(crate) fn expected_word(at: Span, word: &str) -> Error {
    if word == "shows" {
        let help = format!("a page about access shows {}", subjects());
        return with_help(at, "expected what the page shows", help);
    }
    let help = format!("an action is about {}", targets());
    with_help(at, "expected what the action is about", help)
}

pub(crate) fn unknown_target(word: &Ident) -> Error {
    let help = near(word, &TARGETS).unwrap_or_else(|| format!("it is about {}", targets()));
    with_help(
        word.span(),
        format_args!("an action cannot be about `{word}`"),
        help,
    )
}

pub(crate) fn unknown_subject(word: &Ident) -> Error {
    let known = SUBJECTS.map(|(known, _)| known);
    let help = near(word, &known).unwrap_or_else(|| format!("it shows {}", subjects()));
    with_help(
        word.span(),
        format_args!("a page about access cannot show `{word}`"),
        help,
    )
}

fn subjects() -> String {
    list(&SUBJECTS.map(|(known, _)| known))
}

fn targets() -> &'static str {
    "the `page`, `one` record or those `chosen`"
}

pub(crate) fn not_in_paths(text: &LitStr, word: &str) -> Error {
    let help = match word {
        "path" => "it begins with `/` and does not end with it, as `/admin`",
        _ => "it is made of small letters, digits, `-` and `_`",
    };
    let what = match word {
        "path" => "the path of a site",
        _ => "a part of a path",
    };
    let value = text.value();
    with_help(text.span(), format_args!("`{value}` is not {what}"), help)
}

pub(crate) fn no_slug(name: &Ident, word: &str) -> Error {
    with_help(
        name.span(),
        format_args!("`{name}` makes no part of a path: it is not ASCII"),
        format_args!("write `{}`", example(word)),
    )
}

pub(crate) fn not_a_link(text: &LitStr) -> Error {
    let value = text.value();
    let help = "it begins with `https://`, `http://`, `mailto:` or `/`";
    with_help(text.span(), format_args!("`{value}` leads nowhere"), help)
}
