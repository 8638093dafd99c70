//! What is said of the items in `#[model_access(…)]`.

use proc_macro2::{Ident, Span, TokenStream};
use syn::Error;

use crate::diagnostics::{list, near, with_help};
use crate::names::Sort;

const ITEMS: [&str; 7] = [
    "grant", "restrict", "read", "write", "filled", "related", "nobody",
];
const SETTINGS: [&str; 3] = ["table", "groups", "env"];

pub(crate) fn unknown_item(word: &Ident) -> Error {
    let meant = match word.to_string().as_str() {
        "allow" | "permit" | "access" => Some("grant"),
        "deny" | "require" | "filter" => Some("restrict"),
        "relation" | "belongs_to" | "has_many" | "has_one" => Some("related"),
        _ => None,
    };
    let near = meant.map(|it| format!("did you mean `{it}`?"));
    let near = near.or_else(|| crate::diagnostics::near(word, &ITEMS));
    let known = ITEMS.iter().chain(&SETTINGS).copied().collect::<Vec<_>>();
    if ITEMS.iter().any(|it| word == it) {
        return misused(word);
    }
    if SETTINGS.iter().any(|it| word == it) {
        return with_help(
            word.span(),
            format_args!("`{word}` has no value"),
            example(word),
        );
    }
    let help = near.unwrap_or_else(|| format!("it takes {}", list(&known)));
    with_help(word.span(), format_args!("unknown item `{word}`"), help)
}

/// A known item in another form than its own.
pub(crate) fn misused(word: &Ident) -> Error {
    let problem = if word == "nobody" {
        "takes no arguments"
    } else {
        "takes its arguments in parentheses"
    };
    with_help(
        word.span(),
        format_args!("`{word}` {problem}"),
        example(word),
    )
}

fn example(word: &Ident) -> String {
    let example = match word.to_string().as_str() {
        "grant" => "grant(sales_user, CRU)",
        "restrict" => "restrict(env.cids.contains(company_id))",
        "read" => "read(sales_manager, cost_cents)",
        "write" => "write(sales_manager, status)",
        "filled" => "filled(created_on)",
        "related" => "related(contact: super::contact::Model, contact_id == id)",
        "nobody" => "nobody",
        "table" => "table = \"invoice\"",
        "groups" => "groups = crate::access::groups",
        _ => "env = crate::access::attributes",
    };
    format!("write `{example}`")
}

pub(crate) fn expected_item(at: Span) -> Error {
    let known = ITEMS.iter().chain(&SETTINGS).copied().collect::<Vec<_>>();
    with_help(
        at,
        "expected an item",
        format_args!("it takes {}", list(&known)),
    )
}

pub(crate) fn leftover(at: Span, found: &str, word: &Ident) -> Error {
    let help = "separate items by commas";
    with_help(
        at,
        format_args!("unexpected `{found}` after `{word}(…)`"),
        help,
    )
}

pub(crate) fn unknown_setting(key: &Ident) -> Error {
    if ITEMS.iter().any(|it| key == it) {
        return misused(key);
    }
    let help =
        near(key, &SETTINGS).unwrap_or_else(|| format!("the settings are {}", list(&SETTINGS)));
    with_help(key.span(), format_args!("unknown setting `{key}`"), help)
}

pub(crate) fn setting_twice(key: &Ident) -> Error {
    with_help(
        key.span(),
        format_args!("`{key}` is written twice"),
        "remove one of the two",
    )
}

pub(crate) fn expected_path(at: Span, key: &Ident) -> Error {
    let what = match key.to_string().as_str() {
        "env" => "attributes of the env",
        _ => "groups",
    };
    with_help(
        at,
        format_args!("expected the path of the module that declares the {what}"),
        example(key),
    )
}

pub(crate) fn expected_table(at: Span) -> Error {
    with_help(
        at,
        "expected the name of the table",
        "write `table = \"invoice\"`",
    )
}

pub(crate) fn declares_other(path: &TokenStream, found: Sort, wanted: Sort) -> Error {
    let (found, module) = (found.module(), wanted.module());
    let setting = if wanted == Sort::Attribute {
        "env"
    } else {
        module
    };
    with_help(
        crate::handler::first_span(path),
        format_args!("this declares {found} and no {module}"),
        format_args!("write `{setting} = path`, where the {module} are declared"),
    )
}
