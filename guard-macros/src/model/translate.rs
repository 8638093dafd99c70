//! Understands a rule: an expression of Rust, of which little can be SQL.

use proc_macro2::Span;
use syn::{BinOp, Expr, ExprBinary, ExprLit, Lit, UnOp};

use super::item::Model;
use super::kind::{Kind, Shape};
use super::relation::Relation;
use super::rule::{Comparison, Operand, Rule, Value};
use crate::diagnostics::Errors;
use crate::diagnostics::model::rule as say;
use crate::env::Known;
use crate::handler::first_span;

/// What names in a rule can mean.
pub(crate) struct Scope<'a> {
    pub(crate) model: &'a Model,
    pub(crate) relations: &'a [Relation],
    /// Whether a relation could not be read, so that it is not known which there are.
    pub(crate) misses_relations: bool,
    pub(crate) env: Known<'a>,
    /// The relation whose rows the rule is about.
    pub(crate) within: Option<usize>,
}

impl Scope<'_> {
    /// The rule; every mistake is noted.
    pub(crate) fn rule(&self, expr: &Expr, errors: &mut Errors) -> Option<Rule> {
        match expr {
            Expr::Paren(inner) => self.rule(&inner.expr, errors),
            Expr::Group(inner) => self.rule(&inner.expr, errors),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                let rule = self.rule(&unary.expr, errors)?;
                Some(Rule::Not(Box::new(rule)))
            }
            Expr::Binary(binary) => self.binary(binary, errors),
            Expr::Lit(ExprLit {
                lit: Lit::Bool(truth),
                ..
            }) => Some(Rule::Always(truth.value)),
            Expr::MethodCall(call) => self.method(call, errors),
            Expr::Path(_) | Expr::Field(_) => self.truth(expr, errors),
            Expr::Assign(assign) => {
                errors.push(say::assignment(assign.eq_token.span));
                None
            }
            other => {
                errors.push(say::not_a_condition(first_span(other), other));
                None
            }
        }
    }

    fn binary(&self, binary: &ExprBinary, errors: &mut Errors) -> Option<Rule> {
        let is_all = match binary.op {
            BinOp::And(_) => true,
            BinOp::Or(_) => false,
            _ => return self.comparison(binary, errors),
        };
        let left = self.rule(&binary.left, errors);
        let right = self.rule(&binary.right, errors);
        let mut parts = Vec::new();
        for part in [left?, right?] {
            match part {
                Rule::All(inner) if is_all => parts.extend(inner),
                Rule::Any(inner) if !is_all => parts.extend(inner),
                part => parts.push(part),
            }
        }
        Some(if is_all {
            Rule::All(parts)
        } else {
            Rule::Any(parts)
        })
    }

    fn comparison(&self, binary: &ExprBinary, errors: &mut Errors) -> Option<Rule> {
        let at = first_span(&binary.op);
        let comparison = match binary.op {
            BinOp::Eq(_) => Comparison::Equal,
            BinOp::Ne(_) => Comparison::NotEqual,
            BinOp::Lt(_) => Comparison::Less,
            BinOp::Le(_) => Comparison::LessOrEqual,
            BinOp::Gt(_) => Comparison::Greater,
            BinOp::Ge(_) => Comparison::GreaterOrEqual,
            operator => {
                errors.push(say::operator(at, &operator));
                return None;
            }
        };
        if let Some((none, other)) = with_none(binary) {
            errors.push(say::compared_with_none(
                none,
                other,
                comparison == Comparison::Equal,
            ));
            return None;
        }
        let left = self.operand(&binary.left, errors);
        let right = self.operand(&binary.right, errors);
        self.compare(left?, comparison, right?, at, errors)
    }

    /// A column, or an attribute of the env, that is a truth value alone.
    fn truth(&self, expr: &Expr, errors: &mut Errors) -> Option<Rule> {
        let operand = self.operand(expr, errors)?;
        if operand.shape.kind.is_some_and(|it| it != Kind::Boolean) {
            errors.push(say::not_a_truth(&operand));
            return None;
        }
        let yes = Operand {
            value: Value::Boolean(true),
            span: operand.span,
            via: None,
            shape: Shape::new(Some(Kind::Boolean), Some(false)),
        };
        let via = operand.via;
        let rule = Rule::Compare(operand, Comparison::Equal, yes);
        Some(rule.of_row(via))
    }
}

/// Where `None` stands in a comparison, and what it is compared with.
fn with_none(binary: &ExprBinary) -> Option<(Span, &Expr)> {
    let is_none = |expr: &Expr| matches!(expr, Expr::Path(path) if path.path.is_ident("None"));
    if is_none(&binary.right) {
        Some((first_span(&binary.right), &binary.left))
    } else if is_none(&binary.left) {
        Some((first_span(&binary.left), &binary.right))
    } else {
        None
    }
}
