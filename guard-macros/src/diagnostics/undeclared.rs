//! What is said of scopes, resources and verbs that are not declared, or not together.

use proc_macro2::{Ident, Span};
use syn::Error;

use super::{LONGEST_LIST, list, near, with_help};
use crate::scope::VERBS;
use crate::suggest::closest;

pub(crate) fn unknown_verb(verb: &Ident) -> Error {
    let asked = verb.to_string();
    let near = match asked.to_ascii_lowercase().as_str() {
        "read" | "list" | "view" | "head" => Some("GET"),
        "post" | "add" | "insert" | "new" => Some("CREATE"),
        "put" | "patch" | "edit" | "write" | "change" => Some("UPDATE"),
        "remove" => Some("DELETE"),
        _ => closest(&asked, VERBS),
    };
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the verbs are {}", list(&VERBS)),
    };
    with_help(verb.span(), format_args!("unknown verb `{verb}`"), help)
}

pub(crate) fn unknown_scope(asked: &Ident, known: &[&str]) -> Error {
    let help = near(asked, known).unwrap_or_else(|| match known.len() {
        0 => "no scope is declared".to_owned(),
        1..=LONGEST_LIST => format!("the scopes are {}", list(known)),
        many => format!("{many} scopes are declared"),
    });
    with_help(asked.span(), format_args!("unknown scope `{asked}`"), help)
}

pub(crate) fn unknown_resource(scope: &str, asked: &Ident, known: &[&str]) -> Error {
    let help = near(asked, known).unwrap_or_else(|| match known.len() {
        0 => format!("`{scope}` has no resources"),
        1..=LONGEST_LIST => format!("the resources of `{scope}` are {}", list(known)),
        many => format!("`{scope}` has {many} resources"),
    });
    no_such_resource(scope, asked, &help)
}

pub(crate) fn resource_of_another_scope(scope: &str, asked: &Ident, other: &str) -> Error {
    let help = format!("it is a resource of `{other}`: write `{other}.{asked}`");
    no_such_resource(scope, asked, &help)
}

fn no_such_resource(scope: &str, asked: &Ident, help: &str) -> Error {
    let problem = format!("`{scope}` has no resource `{asked}`");
    with_help(asked.span(), problem, help)
}

pub(crate) fn verb_not_offered(of: &str, verb: &Ident, offered: &[&str]) -> Error {
    let help = match offered {
        [] => "it offers no verb".to_owned(),
        offered => format!("it offers {}", list(offered)),
    };
    with_help(
        verb.span(),
        format_args!("`{of}` does not offer `{verb}`"),
        help,
    )
}

pub(crate) fn no_resources(at: Span, scope: &str) -> Error {
    with_help(
        at,
        format_args!("`{scope}` has no resources"),
        "remove it, or declare some",
    )
}

pub(crate) fn nothing_offers(scope: &str, verb: &Ident, offered: &[&str]) -> Error {
    with_help(
        verb.span(),
        format_args!("no resource of `{scope}` offers `{verb}`"),
        format_args!("they offer {}", list(offered)),
    )
}

pub(crate) fn mixed(at: &Ident, first: &str, global: Option<&str>) -> Error {
    let help = match global {
        Some(global) => {
            let of_projects = if global == first {
                at.to_string()
            } else {
                first.to_owned()
            };
            format!("`{global}` is global and `{of_projects}` is of projects: declare two roles")
        }
        None => format!("`{first}` and `{at}` are of different projects: declare two roles"),
    };
    let problem = "a role is either global or of one scope of projects";
    with_help(at.span(), problem, help)
}
