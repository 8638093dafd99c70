//! What is said of attributes that a view cannot have.

use proc_macro2::Ident;
use syn::Error;

use crate::diagnostics::with_help;

pub(crate) fn of_the_struct(word: &Ident) -> Error {
    let help = "where some fields are hidden, records are serialized as they are: remove it, or the `read(…)`";
    with_help(
        word.span(),
        format_args!("`{word}` serializes something else than the fields"),
        help,
    )
}

pub(crate) fn of_a_hidden(word: &Ident, field: &Ident) -> Error {
    let help = match word.to_string().as_str() {
        "skip_serializing_if" => {
            "remove it: a hidden field is left out, and one that is shown is written"
        }
        _ => "give the value a type of its own that implements `Serialize`",
    };
    with_help(
        word.span(),
        format_args!("`{word}` does not know that `{field}` may be hidden"),
        help,
    )
}
