//! What is said of rules that are none.

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use syn::{BinOp, Error, Expr, Lit, Path};

use super::expression;
use crate::diagnostics::with_help;
use crate::model::Operand;

pub(crate) fn expected(at: Span) -> Error {
    with_help(
        at,
        "expected a rule",
        "write a condition, such as `owner_id == env.uid`",
    )
}

pub(crate) fn unreadable(tokens: &[TokenTree], error: &Error) -> Error {
    let text = error.to_string();
    let word = tokens.iter().find_map(|it| match it {
        TokenTree::Ident(word)
            if word == "and" || word == "or" || word == "not" || word == "in" =>
        {
            Some(word)
        }
        _ => None,
    });
    let help = match word.map(ToString::to_string).as_deref() {
        Some("and") => "write `&&`",
        Some("or") => "write `||`",
        Some("not") => "write `!`",
        Some("in") => "write `[\"draft\", \"sent\"].contains(status)`",
        _ => "a rule is one condition, such as `owner_id == env.uid && !archived`",
    };
    let last = tokens
        .last()
        .filter(|_| text.starts_with("unexpected end of input"));
    match (word, last) {
        (Some(word), _) => with_help(word.span(), format_args!("unexpected `{word}`"), help),
        (None, Some(last)) => with_help(last.span(), "the rule ends too early", help),
        (None, None) => with_help(error.span(), text, help),
    }
}

pub(crate) fn assignment(at: Span) -> Error {
    with_help(
        at,
        "expected a condition, found an assignment",
        "write `==`",
    )
}

pub(crate) fn attribute(at: Span) -> Error {
    let help = "it holds always: what depends on features is not declared";
    with_help(at, "a rule has no attributes", help)
}

pub(crate) fn operator(at: Span, operator: &BinOp) -> Error {
    let text = operator.to_token_stream().to_string();
    let help = match operator {
        BinOp::BitAnd(_) => "write `&&`".to_owned(),
        BinOp::BitOr(_) => "write `||`".to_owned(),
        BinOp::BitXor(_) => "write `!=` between two truth values".to_owned(),
        _ => "databases count differently: keep the result in a column of its own".to_owned(),
    };
    with_help(at, format_args!("a rule cannot use `{text}`"), help)
}

/// An operator between what is compared: `total + 1 == 3`, `(archived == posted) == true`
pub(crate) fn computed(at: Span, operator: &BinOp) -> Error {
    match operator {
        BinOp::Eq(_)
        | BinOp::Ne(_)
        | BinOp::Lt(_)
        | BinOp::Le(_)
        | BinOp::Gt(_)
        | BinOp::Ge(_)
        | BinOp::And(_)
        | BinOp::Or(_) => with_help(
            at,
            "a condition is compared with something",
            "put `!` before it for the contrary, and remove the comparison",
        ),
        operator => self::operator(at, operator),
    }
}

pub(crate) fn not_a_condition(at: Span, expr: &Expr) -> Error {
    let (what, help) = expression::describe(expr);
    with_help(at, format_args!("expected a condition, found {what}"), help)
}

pub(crate) fn not_an_operand(at: Span, expr: &Expr) -> Error {
    let (what, help) = expression::describe(expr);
    with_help(
        at,
        format_args!("expected a column or a value, found {what}"),
        help,
    )
}

pub(crate) fn compared_with_none(at: Span, other: &Expr, equal: bool) -> Error {
    let method = if equal { "is_none" } else { "is_some" };
    let other = other.to_token_stream().to_string().replace(' ', "");
    with_help(
        at,
        "nothing equals `None`, as in SQL",
        format_args!("write `{other}.{method}()`"),
    )
}

pub(crate) fn not_a_truth(operand: &Operand) -> Error {
    let text = operand.text();
    let kind = operand.shape.kind.map_or("no condition", |it| it.words());
    with_help(
        operand.span,
        format_args!("expected a condition, found {kind}"),
        format_args!("compare it: `{text} == …`"),
    )
}

pub(crate) fn a_path(path: &Path) -> Error {
    let at = crate::handler::first_span(path);
    let help = "a rule names columns and values of the env, and has literals for all else";
    with_help(at, "expected a column, found a path", help)
}

pub(crate) fn env_alone(at: Span) -> Error {
    with_help(
        at,
        "expected a value of `env`",
        "write `env.uid`, `env.cid`, `env.cids` or `env.contact_id`",
    )
}

pub(crate) fn second_hop(at: Span) -> Error {
    let help =
        "a rule looks one relation far: keep what is needed in a column of the related model";
    with_help(at, "a related row has no relations here", help)
}

pub(crate) fn list_compared(name: &proc_macro2::Ident) -> Error {
    with_help(
        name.span(),
        format_args!("`env.{name}` is a list"),
        format_args!("write `env.{name}.contains(company_id)`"),
    )
}

pub(crate) fn a_literal(literal: &Lit) -> Error {
    let (what, help) = match literal {
        Lit::Float(_) => (
            "a floating-point number",
            "databases round differently: keep cents or thousandths as whole numbers",
        ),
        Lit::Char(_) => (
            "a character",
            "write a text of one character, in double quotes",
        ),
        Lit::Str(_) | Lit::Bool(_) => ("a negative literal", "numbers alone may be negative"),
        _ => (
            "a literal that no column has",
            "write a whole number, a text, `true` or `false`",
        ),
    };
    with_help(
        literal.span(),
        format_args!("a rule cannot compare {what}"),
        help,
    )
}

pub(crate) fn too_large(at: Span) -> Error {
    let help = "columns in rules hold whole numbers from `i64::MIN` to `i64::MAX`";
    with_help(at, "the number is too large", help)
}

pub(crate) fn suffix(literal: &Lit) -> Error {
    let help = match literal {
        Lit::Int(_) => "whole numbers of all sizes compare with each other",
        _ => "a text ends where its quotes do",
    };
    let problem = format!("remove the suffix `{}`", literal.suffix());
    with_help(literal.span(), problem, help)
}

/// Said where something is wrong with a rule that nothing else was said of.
pub(crate) fn not_understood(at: Span) -> Error {
    let help = "write its conditions one by one to find out which";
    with_help(at, "a rule could not be understood", help)
}
