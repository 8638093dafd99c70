//! What is said of the options of an attribute.

use proc_macro2::{Ident, Span};
use syn::Error;

use crate::admin::Kind;
use crate::diagnostics::{list, with_help};
use crate::suggest::closest;

/// What others call it.
const MEANT: [(&str, &str); 31] = [
    ("parent", "under"),
    ("app", "under"),
    ("site", "under"),
    ("within", "under"),
    ("under", "on"),
    ("page", "on"),
    ("model", "on"),
    ("path", "slug"),
    ("slug", "path"),
    ("slug", "name"),
    ("name", "title"),
    ("label", "title"),
    ("caption", "title"),
    ("position", "order"),
    ("sort", "order"),
    ("why", "independent"),
    ("entity", "model"),
    ("table", "model"),
    ("columns", "list"),
    ("fields", "form"),
    ("filters", "filter"),
    ("labels", "label"),
    ("actions", "only"),
    ("references", "refers"),
    ("foreign_key", "refers"),
    ("currency", "money"),
    ("amount", "money"),
    ("href", "to"),
    ("url", "to"),
    ("link", "to"),
    ("ask", "confirm"),
];

pub(crate) fn unknown(word: &Ident, kind: Kind) -> Error {
    let help = match meant(word, kind) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("`{kind}` takes {}", list(&kind.options())),
    };
    with_help(
        word.span(),
        format_args!("`{kind}` has no option `{word}`"),
        help,
    )
}

/// The option that was likely meant.
pub(crate) fn meant(word: &Ident, kind: Kind) -> Option<&'static str> {
    let options = kind.options();
    let mut known = MEANT.iter();
    let known = known.find(|(other, meant)| word == other && options.contains(meant));
    let near = || closest(&word.to_string(), options.iter().copied());
    known.map(|(_, meant)| *meant).or_else(near)
}

/// A known option in another form than its own.
pub(crate) fn misused(word: &Ident, is_list: bool) -> Error {
    let problem = if is_list {
        "takes what it names in parentheses"
    } else {
        "takes a value"
    };
    let help = example(&word.to_string());
    with_help(
        word.span(),
        format_args!("`{word}` {problem}"),
        format_args!("write `{help}`"),
    )
}

pub(crate) fn twice(word: &Ident) -> Error {
    let help = if word == "under" {
        "each part of a tree stands in one place: remove one of the two"
    } else {
        "remove one of the two"
    };
    with_help(word.span(), format_args!("`{word}` is written twice"), help)
}

pub(crate) fn missing(word: &str, kind: Kind) -> Error {
    let problem = match word {
        "path" => "does not say where the site is",
        "model" => "names no model",
        "to" => "does not say where the link leads",
        "shows" => "does not say what it shows",
        "on" => "does not say which page the action belongs to",
        "target" => "does not say what the action is about",
        _ => "does not say what it stands under",
    };
    with_help(
        Span::call_site(),
        format_args!("`{kind}` {problem}"),
        format_args!("write `{}`", example(word)),
    )
}

pub(crate) fn expected_option(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        "expected an option",
        format_args!("`{kind}` takes {}", list(&kind.options())),
    )
}

pub(crate) fn leftover(at: Span, found: &str, word: &Ident) -> Error {
    with_help(
        at,
        format_args!("unexpected `{found}` after `{word}(…)`"),
        "separate options by commas",
    )
}

pub(super) fn example(word: &str) -> &'static str {
    match word {
        "path" => "path = \"/admin\"",
        "slug" => "slug = \"invoices\"",
        "name" => "name = \"mark_paid\"",
        "title" => "title = \"Invoices\"",
        "order" => "order = 10",
        "independent" => "independent = \"everybody has a profile\"",
        "to" => "to = \"https://docs.example.com\"",
        "shows" => "shows = matrix",
        "model" => "model = invoice",
        "on" => "on = Invoices",
        "target" => "target = chosen",
        "confirm" => "confirm = \"Mark them as paid?\"",
        "list" => "list(number, status)",
        "filter" => "filter(status)",
        "search" => "search(number)",
        "form" => "form(number, status)",
        "sort" => "sort(-created_on, number)",
        "label" => "label(total_cents = \"Total\")",
        "choices" => "choices(status = [\"draft\", \"posted\"])",
        "only" => "only(list, read)",
        "crud" => "crud(requires_group(sales))",
        "pages" => "pages(requires_user)",
        _ => "under = Office",
    }
}
