//! What is said of the declarations of groups and roles.

use proc_macro2::{Ident, Span};
use syn::Error;

use super::{two, with_help};
use crate::names::Sort;

pub(crate) fn expected_module(at: Span, sort: Sort) -> Error {
    let content = match sort {
        Sort::Permission => "admin { users: GET | UPDATE }",
        sort => two(sort),
    };
    let help = format!("write `pub mod {} {{ {content} }}`", sort.module());
    with_help(at, "expected a module", help)
}

pub(crate) fn after_the_module(at: Span, sort: Sort) -> Error {
    let names = sort.module();
    with_help(
        at,
        format_args!("unexpected text after the module of the {names}"),
        format_args!("write all {names} into one module, or declare a second one"),
    )
}

pub(crate) fn expected_declaration(at: Span, sort: Sort) -> Error {
    let article = if sort == Sort::Attribute { "an" } else { "a" };
    let problem = format!("expected {article} {}", sort.name());
    with_help(at, problem, form(sort))
}

pub(crate) fn quoted(at: Span, sort: Sort, name: Option<&Ident>) -> Error {
    let help = match name {
        Some(name) => format!("write it without quotes: `{name}`"),
        None => form(sort).to_owned(),
    };
    with_help(
        at,
        format_args!("expected a {}, found a literal", sort.name()),
        help,
    )
}

pub(crate) fn leftover(at: Span, found: &str, after: &Ident, sort: Sort) -> Error {
    with_help(
        at,
        format_args!("unexpected `{found}` after `{after}`"),
        form(sort),
    )
}

pub(crate) fn implies_nothing(at: Span, name: &Ident) -> Error {
    let help = format!("name what it implies, or write `{name}` alone");
    with_help(
        at,
        format_args!("expected a group that `{name}` implies"),
        help,
    )
}

pub(crate) fn roles_imply_nothing(at: Span) -> Error {
    let help = "groups may imply others; a role is a set of permissions";
    with_help(at, "a role cannot imply another", help)
}

pub(crate) fn declared_twice(name: &Ident, sort: Sort) -> Error {
    let help = match sort {
        Sort::Group => "remove one; several implied groups are joined with `+`: `name: one + two`",
        _ => "remove one of the two",
    };
    with_help(
        name.span(),
        format_args!("`{name}` is declared twice"),
        help,
    )
}

pub(crate) fn built_in(name: &Ident) -> Error {
    let help = "it is there already: other groups may imply it";
    with_help(name.span(), format_args!("`{name}` is built in"), help)
}

pub(crate) fn reserved(name: &Ident) -> Error {
    let meaning = match name.to_string().as_str() {
        "SCHEMA" => "in the module",
        _ => "in gates",
    };
    with_help(
        name.span(),
        format_args!("`{name}` has a meaning {meaning}"),
        "choose another name",
    )
}

pub(crate) fn implied_twice(name: &Ident, by: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("`{by}` implies `{name}` twice"),
        "remove one of the two",
    )
}

pub(crate) fn implication_cycle(at: &Ident, way: &[String]) -> Error {
    let problem = match way {
        [_, _] => format!("`{at}` implies itself"),
        _ => format!("`{at}` implies itself: {}", way.join(" → ")),
    };
    with_help(at.span(), problem, "remove one of the implications")
}

pub(crate) fn exclusive(at: &Ident, one: &str, other: &str) -> Error {
    let help = "a user is either internal or not: split the group in two";
    with_help(
        at.span(),
        format_args!("`{at}` implies both `{one}` and `{other}`, which exclude each other"),
        help,
    )
}

fn form(sort: Sort) -> &'static str {
    match sort {
        Sort::Group => "write `name` or `name: implied + implied`, separated by commas",
        Sort::Attribute => "write `name: type`, or `name: [type]` for a list, separated by commas",
        _ => "write `name` or `name { admin.users = GET }`, separated by commas",
    }
}
