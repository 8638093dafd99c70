//! What is said of permissions in gates and roles.

use proc_macro2::{Ident, Literal, Span, TokenTree};
use syn::Error;

use super::meant::{meant, meant_by_text, verbs_in};
use super::with_help;
use crate::scope::VERBS;

pub(crate) fn expected_permission(at: Span) -> Error {
    with_help(at, "expected a permission", "write `scope.resource = GET`")
}

pub(crate) fn a_literal(literal: &Literal) -> Error {
    let text = literal.to_string();
    let help = if text.starts_with('"') {
        format!("write it without quotes: `{}`", meant_by_text(&text))
    } else {
        "write `scope.resource = GET`".to_owned()
    };
    with_help(
        literal.span(),
        "expected a permission, found a literal",
        help,
    )
}

pub(crate) fn scope_alone(scope: &Ident) -> Error {
    if VERBS.iter().any(|verb| scope == verb) {
        let help = "write several verbs in brackets: `admin.users = [GET, UPDATE]`";
        let problem = format!("expected a permission, found the verb `{scope}`");
        return with_help(scope.span(), problem, help);
    }
    with_help(
        scope.span(),
        format_args!("`{scope}` names no resource and no verb"),
        format_args!("write `{scope}.resource = GET`"),
    )
}

pub(crate) fn no_resource(at: Span, scope: &str, item: &[TokenTree]) -> Error {
    with_help(
        at,
        format_args!("expected a resource of `{scope}`"),
        format_args!("write `{}`", meant(item)),
    )
}

pub(crate) fn no_verb(at: Span, of: &str, item: &[TokenTree]) -> Error {
    let help = if of.ends_with(".*") {
        format!("write `{of} = *`, or name a verb")
    } else {
        format!("write `{}`", meant(item))
    };
    with_help(at, format_args!("`{of}` names no verb"), help)
}

pub(crate) fn empty_list(at: Span, item: &[TokenTree]) -> Error {
    with_help(
        at,
        "the list names no verb",
        format_args!("write `{}`", meant(item)),
    )
}

pub(crate) fn unexpected(at: Span, found: &str, after: &str, item: &[TokenTree]) -> Error {
    let help = match found {
        ":" if after == "scopes" => "write `scopes = path`".to_owned(),
        "-" => "write one name, such as `admin_tools`".to_owned(),
        _ => format!("write `{}`", meant(item)),
    };
    with_help(
        at,
        format_args!("unexpected `{found}` after `{after}`"),
        help,
    )
}

pub(crate) fn not_a_verb(at: Span, found: &str, item: &[TokenTree], in_role: bool) -> Error {
    let problem = match found {
        "" => "expected a verb".to_owned(),
        found => format!("expected a verb, found `{found}`"),
    };
    let help = match (found, verbs_in(item).as_slice()) {
        ("any(…)", [one, two, ..]) if !in_role => either_verb(item, one, two),
        _ => format!("write `{}`", meant(item)),
    };
    with_help(at, problem, help)
}

fn either_verb(item: &[TokenTree], one: &str, two: &str) -> String {
    let all = meant(item);
    let of = all.split(" = ").next().unwrap_or_default();
    format!("for either, write `any({of} = {one}, {of} = {two})`")
}

/// For two verbs, of which it is not clear whether both are meant.
fn both_or_either(item: &[TokenTree], one: &str, two: &str, in_role: bool) -> String {
    if in_role {
        return format!("write `{}`", meant(item));
    }
    let either = either_verb(item, one, two).replace(", write", ",");
    format!("for both, write `{}`; {either}", meant(item))
}

/// What stands after a permission: `admin.tools = GET | UPDATE`.
pub(crate) fn after_verb(
    at: Span,
    found: &str,
    after: &str,
    item: &[TokenTree],
    in_role: bool,
) -> Error {
    let (before, rest) = item.split_at_checked(5).unwrap_or((item, &[]));
    let (named, next) = (verbs_in(before), verbs_in(rest));
    // With a dot another permission follows, without one another verb.
    let is_permission = rest.iter().any(|it| it.to_string() == ".");
    let either = ["|", "||", "or"].contains(&found);
    let help = match (named.as_slice(), next.as_slice()) {
        ([one], [two]) if !is_permission => both_or_either(item, one, two, in_role),
        (_, [_, ..]) if !is_permission => format!("write `{}`", meant(item)),
        _ if is_permission && either && !in_role => {
            let (one, two) = (meant(before), meant(rest));
            format!("for either of the two, write `any({one}, {two})`")
        }
        _ if is_permission => {
            let (one, two) = (meant(before), meant(rest));
            format!("where both are needed, write `{one}, {two}`")
        }
        _ => format!(
            "write `{}`, and separate permissions by commas",
            meant(before)
        ),
    };
    with_help(
        at,
        format_args!("unexpected `{found}` after `{after}`"),
        help,
    )
}

pub(crate) fn between_verbs(
    at: Span,
    found: &str,
    after: &Ident,
    item: &[TokenTree],
    in_role: bool,
) -> Error {
    let help = match (found, verbs_in(item).as_slice()) {
        ("|" | "||" | "or", [one, two]) => both_or_either(item, one, two, in_role),
        _ => format!("separate verbs by commas: `{}`", meant(item)),
    };
    with_help(
        at,
        format_args!("unexpected `{found}` after `{after}`"),
        help,
    )
}

pub(crate) fn verb_twice(verb: &Ident) -> Error {
    with_help(
        verb.span(),
        format_args!("`{verb}` is named twice"),
        "remove one of the two",
    )
}

pub(crate) fn named_twice(verb: &Ident, scope: &Ident, resource: Option<&Ident>) -> Error {
    let resource = resource.map(|it| format!(".{it}")).unwrap_or_default();
    with_help(
        verb.span(),
        format_args!("`{scope}{resource} = {verb}` is named twice"),
        "remove one, or name the other permission that is meant",
    )
}
