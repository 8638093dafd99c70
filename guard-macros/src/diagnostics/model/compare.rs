//! What is said of comparisons.

use proc_macro2::{Ident, Span};
use syn::Error;

use crate::diagnostics::with_help;
use crate::model::{Comparison, Kind, List, Operand, Value};

pub(crate) fn two_literals(at: Span) -> Error {
    let help = "compare a column or a value of the env; for all rows, leave the rule out";
    with_help(at, "the comparison is the same for every row", help)
}

pub(crate) fn different(left: &Operand, right: &Operand) -> Error {
    let (wrong, other) = if left.is_likelier_wrong_than(right) {
        (left, right)
    } else {
        (right, left)
    };
    let words = |it: &Operand| it.shape.kind.map_or("something", Kind::words);
    let (name, kind) = (other.text(), words(other));
    with_help(
        wrong.span,
        format_args!(
            "`{name}` is {kind} and cannot be compared with {}",
            words(wrong)
        ),
        help(other, wrong),
    )
}

fn help(column: &Operand, wrong: &Operand) -> String {
    let kinds = column.shape.kind.zip(wrong.shape.kind);
    match (kinds, &wrong.value) {
        (Some((Kind::Integer, _)), Value::Text(text)) if text.parse::<i64>().is_ok() => {
            format!("write it without quotes: `{text}`")
        }
        (Some((Kind::Text, _)), Value::Integer(number)) => {
            format!("write it in quotes: `\"{number}\"`")
        }
        (Some((Kind::Boolean, _)), Value::Integer(number)) if *number == 0 || *number == 1 => {
            let not = if *number == 0 { "!" } else { "" };
            format!("write `{not}{}`", column.text())
        }
        _ => "both sides hold the same kind of value".to_owned(),
    }
}

pub(crate) fn no_order(at: Span, comparison: Comparison, kind: Kind) -> Error {
    let help = match kind {
        Kind::Text => {
            "the order of texts depends on the database; `==`, `!=` and `starts_with` do not"
        }
        Kind::Boolean => "write the condition out: `archived && !posted`",
        _ => "ids are equal or not",
    };
    let operator = comparison.text();
    with_help(
        at,
        format_args!(
            "`{operator}` compares whole numbers, and this is {}",
            kind.words()
        ),
        help,
    )
}

pub(crate) fn not_in_list(list: &List, item: &Operand) -> Error {
    let words = |kind: Option<Kind>| kind.map_or("something", Kind::words);
    let (name, kind) = (item.text(), words(item.shape.kind));
    with_help(
        item.span,
        format_args!(
            "`{name}` is {kind}, and each entry of the list is {}",
            words(list.kind)
        ),
        "what is looked up is of the kind that the list holds",
    )
}

pub(crate) fn begins_no_text(operand: &Operand) -> Error {
    let (name, kind) = (
        operand.text(),
        operand.shape.kind.map_or("no text", Kind::words),
    );
    with_help(
        operand.span,
        format_args!("`{name}` is {kind}, and `starts_with` is for texts"),
        "keep what is compared in a text column",
    )
}

pub(crate) fn begins_no_column(operand: &Operand) -> Error {
    with_help(
        operand.span,
        format_args!("`{}` is no column", operand.text()),
        "ask it of a column: `number.starts_with(env.prefix)`",
    )
}

pub(crate) fn out_of_range(at: Span, column: &Operand, (least, most): (i64, i64)) -> Error {
    let name = column.text();
    with_help(
        at,
        format_args!("`{name}` holds whole numbers from {least} to {most}"),
        "compare it with one of them, or give the column a larger type",
    )
}

pub(crate) fn no_prefix(operand: &Operand) -> Error {
    let help = "write a text in quotes, or a text of the env: `number.starts_with(env.prefix)`";
    with_help(
        operand.span,
        "expected a text that the column begins with",
        help,
    )
}

pub(crate) fn kept_oddly(name: &Ident, why: &str) -> Error {
    let help = "such values may be equal in SQL where they are not in Rust: keep texts as `Text` or `String`";
    with_help(
        name.span(),
        format_args!("`{name}` cannot be compared: {why}"),
        help,
    )
}
