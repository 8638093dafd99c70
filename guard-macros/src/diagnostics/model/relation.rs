//! What is said of relations.

use proc_macro2::{Ident, Span};
use syn::Error;

use crate::diagnostics::with_help;

const FORM: &str = "write `related(contact: super::contact::Model, contact_id == id)`, or `[…]` around a model of \
                    which there are many rows";

pub(crate) fn expected(at: Span) -> Error {
    with_help(at, "expected a relation", FORM)
}

pub(crate) fn more(at: Span) -> Error {
    with_help(
        at,
        "unexpected text after the relation",
        "rows are related by one column each",
    )
}

pub(crate) fn expected_model(at: Span, name: &Ident) -> Error {
    let help = format!("write the path of the struct: `related({name}: super::{name}::Model, …)`");
    with_help(at, "expected a model", help)
}

pub(crate) fn expected_join(at: Span) -> Error {
    let help = "write our column, then theirs: `contact_id == id`";
    with_help(at, "expected the columns that relate the rows", help)
}

pub(crate) fn two_rows(at: Span, relation: Option<&Ident>) -> Error {
    let problem = match relation {
        Some(name) => format!("a column of `{name}` cannot be compared with one of another row"),
        None => "columns of two rows cannot be compared".to_owned(),
    };
    let help = "compare each with a value of the env or a literal, and join the two with `&&`";
    with_help(at, problem, help)
}

pub(crate) fn any_of_what(at: Span) -> Error {
    with_help(
        at,
        "`any` is asked of a relation",
        "write `lines.any(quantity > 2)`",
    )
}

pub(crate) fn any_of_one(method: &Ident, name: &Ident) -> Error {
    let help = format!("name a column of it: `{name}.company_id == env.cid`");
    with_help(
        method.span(),
        format_args!("there is one `{name}` at most"),
        help,
    )
}

pub(crate) fn one_of_many(name: &Ident, member: &Ident) -> Error {
    let help = format!("say of which: `{name}.any({member} == …)`");
    with_help(
        member.span(),
        format_args!("there may be many `{name}`"),
        help,
    )
}

pub(crate) fn declared_twice(name: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("the relation `{name}` is declared twice"),
        "give one of the two another name",
    )
}

pub(crate) fn reserved(name: &Ident) -> Error {
    with_help(
        name.span(),
        "`env` has a meaning in rules",
        "choose another name",
    )
}

pub(crate) fn a_column(name: &Ident) -> Error {
    with_help(
        name.span(),
        format_args!("`{name}` is a column as well"),
        "give the relation another name",
    )
}
