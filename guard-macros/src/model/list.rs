//! What a column is looked up in.

use syn::{Expr, ExprArray, ExprLit, ExprMethodCall, Lit, Member, UnOp};

use super::kind::Kind;
use super::method::bare;
use super::operand::{has_no_suffix, integer};
use super::rule::{EnvName, List, ListValue};
use super::translate::Scope;
use crate::diagnostics::Errors;
use crate::diagnostics::model::method as say;
use crate::handler::first_span;

impl Scope<'_> {
    /// What stands before `.contains(…)`.
    pub(super) fn list(&self, call: &ExprMethodCall, errors: &mut Errors) -> Option<List> {
        let at = first_span(&call.receiver);
        match bare(&call.receiver) {
            Expr::Array(array) => literal_list(array, errors),
            Expr::Field(field) if is_env(&field.base) => {
                let Member::Named(name) = &field.member else {
                    errors.push(say::not_a_list(at, None));
                    return None;
                };
                let found = self.env.find(name, errors)?;
                if found.is_list == Some(false) {
                    errors.push(say::env_not_a_list(name));
                    return None;
                }
                Some(List {
                    value: ListValue::Env(EnvName {
                        name: name.clone(),
                        is_built_in: found.is_built_in,
                    }),
                    kind: found.kind,
                    spans: Vec::new(),
                })
            }
            other => {
                // What is wrong with the operand itself is said first.
                let operand = self.operand(other, errors)?;
                errors.push(say::not_a_list(call.method.span(), Some(&operand)));
                None
            }
        }
    }
}

fn is_env(base: &Expr) -> bool {
    matches!(base, Expr::Path(path) if path.path.is_ident("env"))
}

/// `["draft", "sent"]`
fn literal_list(array: &ExprArray, errors: &mut Errors) -> Option<List> {
    let span = array.bracket_token.span.open();
    let (mut numbers, mut texts) = (Vec::new(), Vec::new());
    let spans = array.elems.iter().map(first_span).collect();
    let mut sound = true;
    for element in &array.elems {
        let (element, negative) = match bare(element) {
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => (bare(&unary.expr), true),
            element => (element, false),
        };
        match element {
            Expr::Lit(ExprLit {
                lit: Lit::Int(number),
                ..
            }) if texts.is_empty() => match integer(number, negative, errors) {
                Some(number) => numbers.push(number),
                None => sound = false,
            },
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) if numbers.is_empty() && !negative => {
                sound &= has_no_suffix(&Lit::Str(text.clone()), errors);
                texts.push(text.value());
            }
            other => {
                let mixed = !numbers.is_empty() || !texts.is_empty();
                errors.push(say::not_in_a_list(other, mixed));
                sound = false;
            }
        }
    }
    if sound && array.elems.is_empty() {
        errors.push(say::empty_list(span));
        return None;
    }
    let (value, kind) = if texts.is_empty() {
        (ListValue::Integers(numbers), Kind::Integer)
    } else {
        (ListValue::Texts(texts), Kind::Text)
    };
    sound.then_some(List {
        value,
        kind: Some(kind),
        spans,
    })
}
