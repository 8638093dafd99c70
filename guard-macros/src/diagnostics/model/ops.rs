//! What is said of operations.

use proc_macro2::Ident;
use syn::Error;

use crate::diagnostics::with_help;

/// `meant` are the letters in the right order, each once, if they are such letters at all.
pub(crate) fn unknown(word: &Ident, meant: Option<&str>) -> Error {
    let help = match meant {
        Some(meant) => format!("write `{meant}`: letters in the order of `CRUD`, each once"),
        None => match word_for(&word.to_string()) {
            Some(letter) => format!("operations are written as letters: `{letter}`"),
            None => "write letters of `CRUD`: create, read, update and delete".to_owned(),
        },
    };
    with_help(
        word.span(),
        format_args!("unknown operation `{word}`"),
        help,
    )
}

fn word_for(word: &str) -> Option<&'static str> {
    Some(match word.to_lowercase().as_str() {
        "all" | "any" | "full" => "CRUD",
        "create" | "insert" | "add" | "new" => "C",
        "read" | "list" | "get" | "select" | "find" | "view" => "R",
        "update" | "write" | "edit" | "change" => "U",
        "delete" | "remove" | "unlink" => "D",
        _ => return None,
    })
}
