//! What is said of methods in a rule.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Error, Expr, ExprMethodCall};

use crate::diagnostics::with_help;
use crate::handler::first_span;
use crate::model::{Kind, Operand, Value};
use crate::suggest::closest;

const METHODS: [&str; 5] = ["any", "contains", "is_none", "is_some", "starts_with"];

pub(crate) fn unknown(call: &ExprMethodCall) -> Error {
    let name = call.method.to_string();
    let receiver = call.receiver.to_token_stream().to_string().replace(' ', "");
    let help = match name.as_str() {
        "ends_with"
        | "matches"
        | "to_lowercase"
        | "to_uppercase"
        | "eq_ignore_ascii_case"
        | "trim"
        | "len"
        | "is_empty"
        | "like"
        | "ilike"
        | "find" => "databases differ in it: `==`, `!=` and `starts_with` mean the same everywhere"
            .to_owned(),
        "as_str" | "clone" | "as_ref" | "as_deref" | "unwrap" | "to_owned" | "to_string"
        | "into" | "unwrap_or_default" => format!("write `{receiver}` alone"),
        "eq" | "ne" | "lt" | "le" | "gt" | "ge" => "write the operator".to_owned(),
        "all" => format!("write `!{receiver}.any(!(…))`"),
        "is_in" | "in" => format!("write `[\"draft\", \"sent\"].contains({receiver})`"),
        name => match closest(name, METHODS) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "rules know `is_none`, `is_some`, `contains`, `starts_with` and `any`".to_owned()
            }
        },
    };
    with_help(
        call.method.span(),
        format_args!("a rule cannot call `{name}`"),
        help,
    )
}

/// `name.len() == 3`, `note.is_none() == true`
pub(crate) fn compared(call: &ExprMethodCall) -> Error {
    if METHODS.iter().all(|it| call.method != it) {
        return unknown(call);
    }
    let help =
        "it is a condition itself: put `!` before it for the contrary, and remove the comparison";
    let problem = format!("`{}` is compared with something", call.method);
    with_help(call.method.span(), problem, help)
}

pub(crate) fn arguments(method: &Ident, expected: usize) -> Error {
    let (problem, help) = match expected {
        0 => ("takes no argument", format!("write `{method}()`")),
        _ => ("takes one argument", format!("write `{method}(…)`")),
    };
    with_help(method.span(), format_args!("`{method}` {problem}"), help)
}

pub(crate) fn types(at: Span, method: &Ident) -> Error {
    let help = format!("write `{method}(…)`");
    with_help(at, format_args!("`{method}` takes no types"), help)
}

pub(crate) fn never_none(operand: &Operand, method: &Ident) -> Error {
    let name = operand.text();
    let help = match &operand.value {
        Value::Column(_) => "its type is no `Option`, so it always has a value",
        _ => "ask it of a column that is an `Option`",
    };
    with_help(method.span(), format_args!("`{name}` is never empty"), help)
}

pub(crate) fn not_a_list(at: Span, operand: Option<&Operand>) -> Error {
    let is_text = operand.is_some_and(|it| it.shape.kind == Some(Kind::Text));
    if is_text {
        let help = "databases differ in it: `==`, `!=` and `starts_with` mean the same everywhere; to look a \
                    column up in a list, write `[\"draft\", \"sent\"].contains(status)`";
        return with_help(at, "a rule cannot look into a text", help);
    }
    let help = "write `env.cids.contains(company_id)` or `[1, 2].contains(stage)`";
    with_help(at, "`contains` is asked of a list", help)
}

pub(crate) fn env_not_a_list(name: &Ident) -> Error {
    let help = match name.to_string().as_str() {
        "cid" => "write `env.cids.contains(…)`, or `== env.cid`".to_owned(),
        name => format!("write `== env.{name}`"),
    };
    with_help(
        name.span(),
        format_args!("`env.{name}` is one value and no list"),
        help,
    )
}

pub(crate) fn not_in_a_list(element: &Expr, mixed: bool) -> Error {
    let help = "a list holds literals, either whole numbers or texts";
    let problem = if mixed {
        "the entries of a list are of one kind"
    } else {
        "expected a whole number or a text"
    };
    with_help(first_span(element), problem, help)
}

pub(crate) fn empty_list(at: Span) -> Error {
    with_help(
        at,
        "an empty list holds nothing",
        "write `false`, or the entries",
    )
}
