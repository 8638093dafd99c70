//! What is said of the struct below the attribute.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Attribute, Error};

use crate::diagnostics::with_help;

pub(crate) fn not_a_struct(at: Span) -> Error {
    let help = "records are structs with named fields, such as the `Model` of an entity";
    with_help(at, "`model_access` expects a struct", help)
}

pub(crate) fn no_named_fields(at: Span) -> Error {
    let help = "rules call columns by the names of fields: write `struct Invoice { id: i64, … }`";
    with_help(
        at,
        "`model_access` expects a struct with named fields",
        help,
    )
}

pub(crate) fn generics(at: Span) -> Error {
    let help = "write the types of its columns out";
    with_help(at, "a record cannot have parameters", help)
}

pub(crate) fn conditional(at: Span) -> Error {
    let help = "declare it always: positions of columns must not depend on features";
    with_help(at, "a field of a record cannot depend on `cfg`", help)
}

pub(crate) fn sometimes(word: &Ident) -> Error {
    let help = "write it without a condition";
    with_help(
        word.span(),
        format_args!("`model_access` does not see `{word}` where a `cfg_attr` says it"),
        help,
    )
}

pub(crate) fn derive_above(at: Span, attr: &Attribute, derive: &str) -> Error {
    let name = attr.path().to_token_stream();
    with_help(
        at,
        format_args!("`{name}` is read by a derive that `model_access` does not see"),
        format_args!("write `#[model_access(…)]` above `#[derive({derive}, …)]`"),
    )
}

pub(crate) fn two_tables(at: Span) -> Error {
    let help = "remove it: `#[sea_orm(table_name = \"…\")]` says so already";
    with_help(at, "the table is named twice", help)
}

pub(crate) fn no_table(at: Span) -> Error {
    let help = "write `#[sea_orm(table_name = \"…\")]`, or `table = \"…\"` in `model_access`";
    with_help(at, "the entity names no table", help)
}

pub(crate) fn extended(at: Span) -> Error {
    let help = "write `#[model_access(…)]` above `#[sea_orm::model]`";
    with_help(
        at,
        "`#[sea_orm::model]` has made two structs, of which one is the record",
        help,
    )
}

pub(crate) fn twice(at: Span) -> Error {
    let help = "write all of it into one";
    with_help(at, "`model_access` is written twice on this struct", help)
}
