//! What is said of several gates on one handler.

use proc_macro2::Span;
use syn::Error;

use super::with_help;
use crate::gate::Kind;

pub(crate) fn gate_twice(at: Span, kind: Kind) -> Error {
    let help = "remove one of the two";
    with_help(at, format_args!("`{kind}` is written twice"), help)
}

pub(crate) fn contradiction(at: Span, open: Kind, closed: Kind) -> Error {
    let opens = match open {
        Kind::NoAuth => "runs the handler without looking at who asks",
        _ => "lets everybody in",
    };
    with_help(
        at,
        format_args!("`{open}` contradicts `{closed}`: it {opens}"),
        "keep the one that is meant",
    )
}

pub(crate) fn never_both(at: Span, one: &str, other: &str) -> Error {
    with_help(
        at,
        format_args!("nobody is in `{one}` and `{other}` at the same time, so nobody would pass"),
        "keep the one that is meant, or write `any(…)`",
    )
}

pub(crate) fn misnamed(asked: &str, kind: Kind) -> Error {
    with_help(
        Span::call_site(),
        format_args!("`{asked}` stands for `{kind}` here"),
        "import gates under their own names",
    )
}
