//! The methods that a rule may call.

use syn::{Expr, ExprMethodCall, ExprPath};

use super::rule::{Rule, Value};
use super::translate::Scope;
use crate::diagnostics::Errors;
use crate::diagnostics::model::{column as say_column, method as say, relation as say_relation};
use crate::handler::first_span;

impl Scope<'_> {
    pub(super) fn method(&self, call: &ExprMethodCall, errors: &mut Errors) -> Option<Rule> {
        let name = call.method.to_string();
        let arguments = match name.as_str() {
            "is_none" | "is_some" => 0,
            "starts_with" | "contains" | "any" => 1,
            _ => {
                errors.push(say::unknown(call));
                return None;
            }
        };
        if call.args.len() != arguments {
            errors.push(say::arguments(&call.method, arguments));
            return None;
        }
        if let Some(types) = &call.turbofish {
            errors.push(say::types(first_span(types), &call.method));
            return None;
        }
        let argument = call.args.first();
        match (name.as_str(), argument) {
            ("contains", Some(item)) => self.look_up(call, item, errors),
            ("any", Some(rule)) => self.any(call, rule, errors),
            ("starts_with", Some(prefix)) => {
                let text = self.operand(&call.receiver, errors);
                let prefix = self.operand(prefix, errors);
                self.starts_with(text?, prefix?, errors)
            }
            (_, _) => {
                let rule = self.is_none(call, errors)?;
                Some(if name == "is_none" {
                    rule
                } else {
                    Rule::Not(Box::new(rule))
                })
            }
        }
    }

    fn is_none(&self, call: &ExprMethodCall, errors: &mut Errors) -> Option<Rule> {
        let operand = self.operand(&call.receiver, errors)?;
        let never = match &operand.value {
            Value::Column(_) => operand.shape.nullable == Some(false),
            Value::Env(_) => false,
            _ => true,
        };
        if never {
            errors.push(say::never_none(&operand, &call.method));
            return None;
        }
        let via = operand.via;
        Some(Rule::IsNone(operand).of_row(via))
    }

    fn look_up(&self, call: &ExprMethodCall, item: &Expr, errors: &mut Errors) -> Option<Rule> {
        let list = self.list(call, errors);
        let item = self.operand(item, errors);
        self.contains(list?, item?, errors)
    }

    /// `lines.any(product_id == 3)`
    fn any(&self, call: &ExprMethodCall, rule: &Expr, errors: &mut Errors) -> Option<Rule> {
        let name = match bare(&call.receiver) {
            Expr::Path(ExprPath { path, .. }) => path.get_ident(),
            _ => None,
        };
        let Some(name) = name else {
            errors.push(say_relation::any_of_what(first_span(&call.receiver)));
            return None;
        };
        if self.within.is_some() {
            errors.push(crate::diagnostics::model::rule::second_hop(name.span()));
            return None;
        }
        let found = self.relations.iter().position(|it| it.name == *name);
        let Some(relation) = found else {
            if self.model.column(name).is_some() || !self.misses_relations {
                errors.push(say_column::no_relation(name, self.model, self.relations));
            }
            return None;
        };
        if self.relations.get(relation).is_some_and(|it| !it.many) {
            errors.push(say_relation::any_of_one(&call.method, name));
            return None;
        }
        let inner = Scope {
            model: self.model,
            relations: self.relations,
            misses_relations: self.misses_relations,
            env: self.env,
            within: Some(relation),
        };
        let rule = inner.rule(rule, errors)?;
        Some(Rule::Related(relation, true, Box::new(rule)))
    }

    /// The relation to one row that stands before a dot.
    pub(super) fn to_one(
        &self,
        base: &syn::Ident,
        member: &syn::Ident,
        errors: &mut Errors,
    ) -> Option<usize> {
        if self.within.is_some() {
            errors.push(crate::diagnostics::model::rule::second_hop(base.span()));
            return None;
        }
        let found = self.relations.iter().position(|it| it.name == *base);
        let Some(relation) = found else {
            if self.model.column(base).is_some() || !self.misses_relations {
                errors.push(say_column::no_member(
                    base,
                    member,
                    self.model,
                    self.relations,
                ));
            }
            return None;
        };
        if self.relations.get(relation).is_some_and(|it| it.many) {
            errors.push(say_relation::one_of_many(base, member));
            return None;
        }
        Some(relation)
    }
}

/// Without parentheses.
pub(super) fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => bare(&inner.expr),
        Expr::Group(inner) => bare(&inner.expr),
        expr => expr,
    }
}
