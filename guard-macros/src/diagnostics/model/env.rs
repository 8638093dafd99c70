//! What is said of values of the env.

use proc_macro2::Ident;
use syn::Error;

use crate::diagnostics::{LONGEST_LIST, list, near, with_help};

pub(crate) fn unknown(name: &Ident, known: &[&str]) -> Error {
    let help = near(name, known).unwrap_or_else(|| match known.len() {
        0..=LONGEST_LIST => format!("`env` has {}", list(known)),
        many => format!("`env` has {many} values"),
    });
    with_help(name.span(), format_args!("`env` has no `{name}`"), help)
}
