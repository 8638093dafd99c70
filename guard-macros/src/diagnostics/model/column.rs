//! What is said of names in a rule that are no columns.

use proc_macro2::Ident;
use syn::Error;
use syn::ext::IdentExt;

use crate::diagnostics::{LONGEST_LIST, list, near, with_help};
use crate::model::{Model, Refused, Relation};

pub(crate) fn unknown(name: &Ident, model: &Model) -> Error {
    if model.field(name).is_some() {
        let help = "the table does not have it: rules are about columns";
        return with_help(name.span(), format_args!("`{name}` is no column"), help);
    }
    let columns = model
        .columns()
        .map(|(field, _)| field.name.unraw().to_string());
    let columns = columns.collect::<Vec<_>>();
    let known = columns.iter().map(String::as_str).collect::<Vec<_>>();
    let asked = name.to_string();
    let help = if crate::env::BUILT_IN.contains(&asked.as_str()) {
        format!("did you mean `env.{asked}`?")
    } else if asked == "self" {
        "columns are named directly".to_owned()
    } else {
        near(name, &known).unwrap_or_else(|| match known.len() {
            0 => "it has no columns".to_owned(),
            1..=LONGEST_LIST => format!("the columns are {}", list(&known)),
            many => format!("it has {many} columns"),
        })
    };
    with_help(name.span(), format_args!("unknown column `{name}`"), help)
}

pub(crate) fn refused(name: &Ident, refused: Refused) -> Error {
    let (what, help) = match refused {
        Refused::Float => (
            "is a floating-point number",
            "SQL and Rust do not agree on them: keep cents or thousandths as whole numbers",
        ),
        Refused::Wide => (
            "may be larger than a database can hold",
            "whole numbers in rules are of types up to `i64` or `u32`",
        ),
    };
    with_help(name.span(), format_args!("`{name}` {what}"), help)
}

pub(crate) fn a_relation(name: &Ident, relation: &Relation) -> Error {
    let help = if relation.many {
        format!("say something of one of them: `{name}.any(…)`")
    } else {
        format!(
            "name a column of it: `{name}.company_id`; whether there is one says `{}`",
            relation.ours
        )
    };
    with_help(name.span(), format_args!("`{name}` is a relation"), help)
}

/// `contct.company_id`
pub(crate) fn no_member(
    base: &Ident,
    member: &Ident,
    model: &Model,
    relations: &[Relation],
) -> Error {
    if base == "self" {
        return with_help(
            base.span(),
            "columns are named directly",
            format_args!("write `{member}`"),
        );
    }
    if model.column(base).is_some() && !relations.iter().any(|it| it.name == *base) {
        let help = "what a column holds is one value; columns of related rows need `related(…)`";
        return with_help(
            member.span(),
            format_args!("`{base}` is a column and has no `{member}`"),
            help,
        );
    }
    no_relation(base, model, relations)
}

/// `lins.any(…)`
pub(crate) fn no_relation(name: &Ident, model: &Model, relations: &[Relation]) -> Error {
    if model.column(name).is_some() {
        let help = "`any` is for relations to many rows; for a list, write `[1, 2].contains(…)`";
        return with_help(name.span(), format_args!("`{name}` is a column"), help);
    }
    let names = relations.iter().map(|it| it.name.to_string());
    let names = names.chain(["env".to_owned()]).collect::<Vec<_>>();
    let known = names.iter().map(String::as_str).collect::<Vec<_>>();
    let help = near(name, &known).unwrap_or_else(|| {
        format!("declare it: `related({name}: super::{name}::Model, {name}_id == id)`")
    });
    with_help(name.span(), format_args!("unknown relation `{name}`"), help)
}
