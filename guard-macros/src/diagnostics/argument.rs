//! What is said of the arguments of an attribute.

use proc_macro2::{Delimiter, Ident, Span};
use syn::Error;

use super::{two, with_help};
use crate::gate::Kind;
use crate::names::Sort;
use crate::suggest::closest;

pub(crate) fn takes_no_arguments(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        format_args!("`{kind}` takes no arguments"),
        format_args!("write `#[{kind}]`"),
    )
}

pub(crate) fn not_a_list(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        format_args!("`{kind}` takes its arguments in parentheses"),
        format_args!("write `#[{kind}({})]`", example(kind)),
    )
}

pub(crate) fn names_nothing(at: Span, kind: Kind) -> Error {
    let sort = kind.sort().map_or("name", Sort::name);
    let all = match kind {
        Kind::RequiresGroup => ", or `#[requires_user]` if any user will do",
        Kind::RequiresScope => ", or `#[requires_scope]` if whoever has signed in will do",
        _ => "",
    };
    with_help(
        at,
        format_args!("`{kind}` names no {sort}"),
        format_args!("write `#[{kind}({})]`{all}", example(kind)),
    )
}

pub(crate) fn empty_combination(at: &Ident, sort: Sort) -> Error {
    let problem = match at.to_string().as_str() {
        "any" => "`any()` of nothing would refuse everybody",
        _ => "`all()` of nothing would let everybody in",
    };
    let help = format!("name the {}s: `{at}({})`", sort.name(), two(sort));
    with_help(at.span(), problem, help)
}

pub(crate) fn expected_name(at: Span, sort: Sort) -> Error {
    let help = "name one, or combine several with `any(…)` and `all(…)`";
    with_help(at, format_args!("expected a {}", sort.name()), help)
}

pub(crate) fn a_group_of_tokens(at: Span, sort: Sort) -> Error {
    let help = "write `any(…)` where one suffices, and `all(…)` where each is needed";
    with_help(
        at,
        format_args!("expected a {}, found brackets", sort.name()),
        help,
    )
}

pub(crate) fn a_literal(at: Span, sort: Sort, name: Option<&str>) -> Error {
    let help = match name {
        Some(name) => format!("write it without quotes: `{name}`"),
        None => format!("{}s are written as names", sort.name()),
    };
    with_help(
        at,
        format_args!("expected a {}, found a literal", sort.name()),
        help,
    )
}

pub(crate) fn a_path(at: Span, sort: Sort, last: Option<&Ident>) -> Error {
    let sort = sort.name();
    let name = last.map_or("the name alone".to_owned(), |name| format!("`{name}`"));
    let help =
        format!("write {name}; where the {sort}s are declared is said once, as `{sort}s = path`");
    with_help(
        at,
        format_args!("expected the name of a {sort}, found a path"),
        help,
    )
}

pub(crate) fn a_negation(at: Span, sort: Sort) -> Error {
    let more = match sort {
        Sort::Group => "who is in more groups",
        _ => "who has more of them",
    };
    let help = format!(
        "name the {}s that may pass: {more} never has less access",
        sort.name()
    );
    with_help(at, "a gate cannot be negated", help)
}

pub(crate) fn unknown_combination(at: &Ident) -> Error {
    let asked = at.to_string();
    let near = match asked.as_str() {
        "or" | "either" | "one_of" | "any_of" => Some("any"),
        "and" | "both" | "every" | "all_of" => Some("all"),
        asked => closest(asked, ["any", "all"]),
    };
    let help = match near {
        Some(near) => format!("did you mean `{near}(…)`?"),
        None => "gates combine with `any(…)` and `all(…)`".to_owned(),
    };
    with_help(
        at.span(),
        format_args!("unknown combination `{asked}(…)`"),
        help,
    )
}

pub(crate) fn not_in_parentheses(at: Span, combination: &Ident, sort: Sort) -> Error {
    with_help(
        at,
        format_args!("`{combination}` takes its {}s in parentheses", sort.name()),
        format_args!("write `{combination}({})`", two(sort)),
    )
}

pub(crate) fn too_deep(at: &Ident, most: usize) -> Error {
    with_help(
        at.span(),
        format_args!("combinations nest more than {most} deep"),
        "write several attributes: all of them must hold",
    )
}

pub(crate) fn named_twice(at: &Ident, sort: Sort) -> Error {
    with_help(
        at.span(),
        format_args!("`{at}` is named twice"),
        format_args!(
            "remove one, or name the other {} that is meant",
            sort.name()
        ),
    )
}

/// What stands after a complete expression: `sales | support`, `sales support`.
pub(crate) struct Leftover<'a> {
    pub(crate) at: Span,
    pub(crate) found: &'a str,
    pub(crate) after: &'a str,
    /// The name that follows, if there is one.
    pub(crate) next: Option<&'a str>,
}

pub(crate) fn leftover(leftover: &Leftover<'_>, sort: Sort) -> Error {
    let Leftover {
        at,
        found,
        after,
        next,
    } = *leftover;
    let both = match next {
        Some(next) => format!("{after}, {next}"),
        None => two(sort).to_owned(),
    };
    let setting = sort.module();
    let help = match found {
        "|" | "||" | "or" => format!("for either of the two, write `any({both})`"),
        "&" | "&&" | "and" | "+" => format!("for both of them, write `all({both})`"),
        ":" if after == setting => format!("write `{setting} = path`"),
        "-" | "." => match next {
            Some(next) => format!("write one name, such as `{after}_{next}`"),
            None => format!("write one name, such as `{after}_user`"),
        },
        _ if next.is_some() => {
            format!("where both are needed, write `{both}`; where one suffices, `any({both})`")
        }
        _ => "separate what is combined by commas".to_owned(),
    };
    with_help(
        at,
        format_args!("unexpected `{found}` after `{after}`"),
        help,
    )
}

/// How brackets look in a message.
pub(crate) fn brackets(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Bracket => "[…]",
        Delimiter::Brace => "{…}",
        Delimiter::Parenthesis | Delimiter::None => "(…)",
    }
}

fn example(kind: Kind) -> &'static str {
    kind.sort().map_or("", two)
}
