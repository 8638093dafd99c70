//! What stands on a side of a comparison.

use proc_macro2::Ident;
use syn::{Expr, ExprField, ExprLit, ExprPath, Lit, LitInt, Member, UnOp};

use super::kind::{Kind, Shape};
use super::rule::{EnvName, Operand, Value};
use super::translate::Scope;
use crate::diagnostics::Errors;
use crate::diagnostics::model::{column as say_column, method as say_method, rule as say};
use crate::handler::first_span;

impl Scope<'_> {
    /// The operand; every mistake is noted.
    pub(super) fn operand(&self, expr: &Expr, errors: &mut Errors) -> Option<Operand> {
        match expr {
            Expr::Paren(inner) => self.operand(&inner.expr, errors),
            Expr::Group(inner) => self.operand(&inner.expr, errors),
            Expr::Lit(literal) => literal_operand(literal, false, errors),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
                if let Expr::Lit(literal) = &*unary.expr {
                    return literal_operand(literal, true, errors);
                }
                errors.push(say::not_an_operand(first_span(expr), expr));
                None
            }
            Expr::Path(path) => self.column(Self::name(path, errors)?, errors),
            Expr::Field(field) => self.member(field, errors),
            Expr::MethodCall(call) => {
                errors.push(say_method::compared(call));
                None
            }
            Expr::Binary(binary) => {
                errors.push(say::computed(first_span(&binary.op), &binary.op));
                None
            }
            other => {
                errors.push(say::not_an_operand(first_span(other), other));
                None
            }
        }
    }

    /// A path that is one name.
    fn name<'e>(path: &'e ExprPath, errors: &mut Errors) -> Option<&'e Ident> {
        let name = path.path.get_ident();
        if name.is_none() {
            errors.push(say::a_path(&path.path));
        }
        name
    }

    /// A column of the row that the rule is about.
    pub(super) fn column(&self, name: &Ident, errors: &mut Errors) -> Option<Operand> {
        let column = |shape| Operand {
            value: Value::Column(name.clone()),
            span: name.span(),
            via: None,
            shape,
        };
        if name == "env" {
            errors.push(say::env_alone(name.span()));
            return None;
        }
        if self.within.is_some() {
            // The compiler knows the other model's fields.
            return Some(column(Shape::UNKNOWN));
        }
        if let Some((_, found)) = self.model.column(name) {
            if let Some(refused) = found.shape.refused {
                errors.push(say_column::refused(name, refused));
                return None;
            }
            return Some(column(found.shape));
        }
        let relation = self.relations.iter().find(|it| it.name == *name);
        errors.push(match relation {
            Some(relation) => say_column::a_relation(name, relation),
            None => say_column::unknown(name, self.model),
        });
        None
    }

    /// `env.uid`, `contact.company_id`
    fn member(&self, field: &ExprField, errors: &mut Errors) -> Option<Operand> {
        let (base, member) = match (&*field.base, &field.member) {
            (Expr::Path(path), Member::Named(member)) => (Self::name(path, errors)?, member),
            (Expr::Field(inner), Member::Named(_)) => {
                errors.push(say::second_hop(inner.dot_token.span));
                return None;
            }
            (base, _) => {
                errors.push(say::not_an_operand(first_span(base), base));
                return None;
            }
        };
        if base == "env" {
            return self.env_value(member, errors);
        }
        let via = self.to_one(base, member, errors)?;
        Some(Operand {
            value: Value::Column(member.clone()),
            span: member.span(),
            via: Some(via),
            shape: Shape::UNKNOWN,
        })
    }

    fn env_value(&self, name: &Ident, errors: &mut Errors) -> Option<Operand> {
        let found = self.env.find(name, errors)?;
        if found.is_list == Some(true) {
            errors.push(say::list_compared(name));
            return None;
        }
        Some(Operand {
            value: Value::Env(EnvName {
                name: name.clone(),
                is_built_in: found.is_built_in,
            }),
            span: name.span(),
            via: None,
            shape: Shape::new(found.kind, None),
        })
    }
}

fn literal_operand(literal: &ExprLit, negative: bool, errors: &mut Errors) -> Option<Operand> {
    let span = literal.lit.span();
    let (value, kind) = match &literal.lit {
        Lit::Bool(truth) if !negative => (Value::Boolean(truth.value), Kind::Boolean),
        Lit::Str(text) if !negative => {
            let sound = has_no_suffix(&literal.lit, errors);
            sound.then(|| (Value::Text(text.value()), Kind::Text))?
        }
        Lit::Int(number) => (
            Value::Integer(integer(number, negative, errors)?),
            Kind::Integer,
        ),
        other => {
            errors.push(say::a_literal(other));
            return None;
        }
    };
    Some(Operand {
        value,
        span,
        via: None,
        shape: Shape::new(Some(kind), Some(false)),
    })
}

/// The number, if it is one of 64 bits with a sign.
pub(super) fn integer(number: &LitInt, negative: bool, errors: &mut Errors) -> Option<i64> {
    let sign = if negative { "-" } else { "" };
    let found = format!("{sign}{}", number.base10_digits()).parse().ok();
    if found.is_none() {
        errors.push(say::too_large(number.span()));
    }
    found.filter(|_| has_no_suffix(&Lit::Int(number.clone()), errors))
}

/// Whether nothing stands behind the literal; if something does, that is noted.
pub(super) fn has_no_suffix(literal: &Lit, errors: &mut Errors) -> bool {
    let suffix = literal.suffix();
    if !suffix.is_empty() {
        errors.push(say::suffix(literal));
    }
    suffix.is_empty()
}
