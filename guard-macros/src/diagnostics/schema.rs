//! What is said of the declaration of scopes.

use proc_macro2::{Ident, Span};
use syn::Error;
use syn::ext::IdentExt;

use super::with_help;

const SCOPE: &str = "write `admin { users: GET | UPDATE }`, or `project(project_id) { … }` for a \
                     scope of projects";
const RESOURCE: &str = "write `users: GET | UPDATE`, separated by commas";

pub(crate) fn expected_scope(at: Span, without_body: Option<&Ident>) -> Error {
    match without_body {
        Some(name) => with_help(
            at,
            format_args!("`{name}` declares no resources"),
            format_args!("write `{name} {{ users: GET | UPDATE }}`"),
        ),
        None => with_help(at, "expected a scope", SCOPE),
    }
}

pub(crate) fn after_scope(at: Span, found: &str, name: &Ident) -> Error {
    let help = match found {
        ":" | "=" => format!("write `{name} {{ … }}`"),
        _ => SCOPE.to_owned(),
    };
    with_help(
        at,
        format_args!("unexpected `{found}` after `{name}`"),
        help,
    )
}

pub(crate) fn no_param(at: Span, scope: &Ident) -> Error {
    let help = format!(
        "name the path parameter that says which: `{scope}({scope}_id)`; a global scope has no \
         parentheses"
    );
    with_help(at, format_args!("`{scope}` names no path parameter"), help)
}

pub(crate) fn odd_param(at: Span, scope: &Ident) -> Error {
    with_help(
        at,
        "expected the name of one path parameter",
        format_args!("write `{scope}({scope}_id)`"),
    )
}

pub(crate) fn expected_resource(at: Span) -> Error {
    with_help(at, "expected a resource", RESOURCE)
}

pub(crate) fn after_resource(at: Span, found: &str, name: &Ident) -> Error {
    with_help(
        at,
        format_args!("unexpected `{found}` after `{name}`"),
        RESOURCE,
    )
}

pub(crate) fn no_verbs(name: &Ident, is_verb: bool) -> Error {
    if is_verb {
        return with_help(
            name.span(),
            format_args!("expected a resource, found the verb `{name}`"),
            "join verbs with `|`: `users: GET | UPDATE`",
        );
    }
    with_help(
        name.span(),
        format_args!("`{name}` offers no verb"),
        format_args!("write `{name}: GET | UPDATE`"),
    )
}

pub(crate) fn expected_verb(at: Span, found: &str) -> Error {
    let problem = match found {
        "" => "expected a verb".to_owned(),
        found => format!("expected a verb, found `{found}`"),
    };
    with_help(at, problem, "join verbs with `|`: `GET | UPDATE`")
}

pub(crate) fn after_verb(at: Span, found: &str, verb: &Ident) -> Error {
    with_help(
        at,
        format_args!("unexpected `{found}` after `{verb}`"),
        "join verbs with `|`, and separate resources by commas",
    )
}

pub(crate) fn verb_twice(verb: &Ident, resource: &Ident) -> Error {
    with_help(
        verb.span(),
        format_args!("`{resource}` offers `{verb}` twice"),
        "remove one of the two",
    )
}

pub(crate) fn declared_twice(name: &Ident, of: Option<&Ident>) -> Error {
    let name = name.unraw();
    let problem = match of {
        Some(scope) => format!("`{scope}` declares `{name}` twice"),
        None => format!("`{name}` is declared twice"),
    };
    with_help(name.span(), problem, "remove one of the two")
}

pub(crate) fn a_keyword(name: &Ident) -> Error {
    let can_be_raw = !["crate", "self", "super", "Self"]
        .iter()
        .any(|it| name == it);
    let help = if can_be_raw {
        format!("choose another name, or write `r#{name}`")
    } else {
        "choose another name".to_owned()
    };
    with_help(name.span(), format_args!("`{name}` is a keyword"), help)
}

pub(crate) fn not_ascii(name: &Ident) -> Error {
    let help = "it is sent in HTTP headers: write it with the letters a to z, digits and `_`";
    with_help(name.span(), format_args!("`{name}` is not ASCII"), help)
}

pub(crate) fn conditional(at: Span) -> Error {
    let help = "declare it always: positions must not depend on features";
    with_help(at, "a permission cannot depend on `cfg`", help)
}

pub(crate) fn between_scopes(at: Span) -> Error {
    with_help(
        at,
        "unexpected `,` after a scope",
        "remove it: scopes follow each other without commas",
    )
}
