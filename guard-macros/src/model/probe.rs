//! What the compiler has to check of the types in a rule, where their names did not tell.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::access::Access;
use super::kind::Kind;
use super::relation::Relation;
use super::rule::{EnvName, List, ListValue, Operand, Rule, Value};
use super::rule_tokens::Writer;
use crate::handler::detached;

/// A constant for each check, so that all of them are reported.
pub(crate) fn probes(access: &Access, writer: &Writer<'_>) -> TokenStream {
    let mut probes = Probes {
        writer,
        checks: TokenStream::new(),
    };
    for (number, relation) in access.request.relations.iter().enumerate() {
        probes.join(number, relation);
    }
    for rule in access.granted.iter().flatten().chain(&access.restricted) {
        probes.rule(rule, None);
    }
    probes.checks
}

struct Probes<'a> {
    writer: &'a Writer<'a>,
    checks: TokenStream,
}

impl Probes<'_> {
    fn rule(&mut self, rule: &Rule, of: Option<usize>) {
        match rule {
            Rule::Always(_) => {}
            Rule::Compare(left, comparison, right) => {
                if comparison.is_order() {
                    self.two("ordered", left, right, of);
                } else if matches!(right.value, Value::Boolean(true)) {
                    self.one("truth", left, of);
                } else {
                    self.two("comparable", left, right, of);
                }
            }
            Rule::Contains(list, item) => self.entry(list, item, of),
            Rule::IsNone(operand) => self.none(operand, of),
            Rule::StartsWith(text, prefix) => {
                self.one("text", text, of);
                self.one("text", prefix, of);
            }
            Rule::Not(rule) => self.rule(rule, of),
            Rule::All(rules) | Rule::Any(rules) => {
                for rule in rules {
                    self.rule(rule, of);
                }
            }
            Rule::Related(relation, _, rule) => self.rule(rule, Some(*relation)),
        }
    }

    fn none(&mut self, operand: &Operand, of: Option<usize>) {
        if let Value::Column(name) = &operand.value
            && operand.shape.nullable.is_none()
        {
            let column = self.writer.columns.constant(of, name);
            self.add("nullable", operand.span, &[quote!(#column.is_nullable())]);
        }
    }

    fn one(&mut self, probe: &str, operand: &Operand, of: Option<usize>) {
        if operand.shape.kind.is_none() {
            let side = self.side(operand, of);
            self.add(probe, operand.span, &[side]);
        }
    }

    fn two(&mut self, probe: &str, left: &Operand, right: &Operand, of: Option<usize>) {
        if left.shape.kind.is_some() && right.shape.kind.is_some() {
            return;
        }
        let (wrong, other) = if left.is_likelier_wrong_than(right) {
            (left, right)
        } else {
            (right, left)
        };
        let sides = [self.side(wrong, of), self.side(other, of)];
        self.add(probe, wrong.span, &sides);
    }

    fn entry(&mut self, list: &List, item: &Operand, of: Option<usize>) {
        if list.kind.is_none() || item.shape.kind.is_none() {
            let sides = [self.side(item, of), self.entries(list)];
            self.add("comparable", item.span, &sides);
        }
    }

    /// The columns that relate two rows.
    fn join(&mut self, number: usize, relation: &Relation) {
        let theirs = self.writer.columns.constant(Some(number), &relation.theirs);
        let ours = self.writer.columns.constant(None, &relation.ours);
        let sides = [quote!(#theirs.side()), quote!(#ours.side())];
        self.add("comparable", relation.theirs.span(), &sides);
    }

    fn add(&mut self, probe: &str, at: Span, arguments: &[TokenStream]) {
        let at = Span::call_site().located_at(at);
        let probe = format_ident!("{probe}", span = at);
        let call = quote_spanned! {at=>
            ::guard_runtime::__private::model::#probe(#(#arguments),*)
        };
        self.checks.extend(quote!(const _: () = #call;));
    }

    fn side(&self, operand: &Operand, of: Option<usize>) -> TokenStream {
        match &operand.value {
            Value::Column(name) => {
                let column = self.writer.columns.constant(of, name);
                quote!(#column.side())
            }
            Value::Env(env) if !env.is_built_in => self.attribute("env_kind", env),
            Value::Env(_) => kind(Kind::Id),
            Value::Boolean(_) => kind(Kind::Boolean),
            Value::Integer(_) => kind(Kind::Integer),
            Value::Text(_) => kind(Kind::Text),
        }
    }

    fn entries(&self, list: &List) -> TokenStream {
        match &list.value {
            ListValue::Env(env) if !env.is_built_in => self.attribute("env_list_kind", env),
            _ => kind(list.kind.unwrap_or(Kind::Id)),
        }
    }

    fn attribute(&self, probe: &str, env: &EnvName) -> TokenStream {
        let (path, name) = (self.writer.env, detached(&env.name));
        let probe = format_ident!("{probe}", span = Span::call_site());
        quote!(::guard_runtime::__private::model::#probe::<#path::#name>())
    }
}

fn kind(kind: Kind) -> TokenStream {
    let kind = match kind {
        Kind::Id => return quote!(::guard_runtime::__private::model::Side::Id),
        Kind::Boolean => quote!(Boolean),
        Kind::Integer => quote!(Integer),
        Kind::Text => quote!(Text),
        Kind::Uuid => quote!(Uuid),
    };
    quote! {
        ::guard_runtime::__private::model::Side::Kind(::guard_runtime::model::ValueKind::#kind)
    }
}
