//! What is said of the struct below the attribute.

use proc_macro2::Span;
use syn::Error;

use crate::admin::Kind;
use crate::diagnostics::with_help;

pub(crate) fn not_a_struct(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        format_args!("`{kind}` expects a struct"),
        format_args!("write `{}`", example(kind)),
    )
}

pub(crate) fn tuple(at: Span, kind: Kind) -> Error {
    let problem = if kind.has_form() {
        "a form calls its fields by their names"
    } else {
        "a part of an admin tree has no fields"
    };
    with_help(at, problem, format_args!("write `{}`", example(kind)))
}

pub(crate) fn generics(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        format_args!("`{kind}` expects a struct without parameters"),
        "write one struct for each",
    )
}

pub(crate) fn has_fields(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        format_args!("`{kind}` expects a struct without fields: there is never a value of it"),
        format_args!("write `{}`", example(kind)),
    )
}

pub(crate) fn twice(at: Span, kind: Kind, other: Kind) -> Error {
    if kind == other {
        return with_help(
            at,
            format_args!("`{kind}` is written twice on this struct"),
            "each part of a tree stands in one place: write a second struct for another",
        );
    }
    with_help(
        at,
        format_args!("this struct is `{kind}` already, and cannot be `{other}` as well"),
        "write a struct for each",
    )
}

fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::Site => "struct Office;",
        Kind::App => "struct Sales;",
        Kind::Group => "struct Settings;",
        Kind::ModelPage => "struct Invoices;",
        Kind::FormPage => "struct Announcement { text: String }",
        Kind::PlainPage => "struct Dashboard;",
        Kind::Link => "struct Manual;",
        Kind::AccessPage => "struct WhoMayWhat;",
        Kind::Action => "struct MarkPaid { paid_on: String }`, or without a form `struct MarkPaid;",
    }
}
