//! A rule as an expression that the runtime keeps.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Path;
use syn::ext::IdentExt;

use super::columns::{self, Columns};
use super::rule::{EnvName, List, ListValue, Operand, Rule, Value};
use crate::handler::detached;

/// Writes rules.
pub(crate) struct Writer<'a> {
    pub(crate) columns: &'a Columns<'a>,
    /// Where the application's attributes of the env are.
    pub(crate) env: &'a Path,
}

impl Writer<'_> {
    /// The rule, about the rows `of` a relation or about ours.
    pub(crate) fn rule(&self, rule: &Rule, of: Option<usize>) -> TokenStream {
        let variant = match rule {
            Rule::Always(truth) => quote!(Always(#truth)),
            Rule::Compare(left, comparison, right) => {
                let (left, right) = (self.operand(left, of), self.operand(right, of));
                let comparison = Ident::new(comparison.name(), Span::call_site());
                quote!(Compare(#left, ::guard_runtime::__private::model::Comparison::#comparison, #right))
            }
            Rule::Contains(list, item) => {
                let (list, item) = (self.list(list), self.operand(item, of));
                quote!(Contains(#list, #item))
            }
            Rule::IsNone(operand) => {
                let operand = self.operand(operand, of);
                quote!(IsNone(#operand))
            }
            Rule::StartsWith(text, prefix) => {
                let column = self.columns.of_operand(of, text);
                let prefix = self.operand(prefix, of);
                quote!(StartsWith(#column, #prefix))
            }
            Rule::Not(rule) => {
                let rule = self.rule(rule, of);
                quote!(Not(const { &#rule }))
            }
            Rule::All(rules) => {
                let rules = rules.iter().map(|it| self.rule(it, of));
                quote!(All(const { &[#(#rules),*] }))
            }
            Rule::Any(rules) => {
                let rules = rules.iter().map(|it| self.rule(it, of));
                quote!(Any(const { &[#(#rules),*] }))
            }
            Rule::Related(relation, any, rule) => self.hop(*relation, *any, rule),
        };
        quote!(::guard_runtime::__private::model::Rule::#variant)
    }

    fn hop(&self, number: usize, any: bool, rule: &Rule) -> TokenStream {
        let Some(relation) = self.columns.relations().get(number) else {
            return TokenStream::new();
        };
        let name = relation.name.unraw().to_string();
        let ours = self.columns.tokens(None, &relation.ours);
        let theirs = self.columns.tokens(Some(number), &relation.theirs);
        let rule = self.rule(rule, Some(number));
        let place = columns::place(number);
        quote! {
            Related(const {
                &::guard_runtime::__private::model::relation_in(
                    #place, #name, #any, #ours, #theirs, #rule,
                )
            })
        }
    }

    fn operand(&self, operand: &Operand, of: Option<usize>) -> TokenStream {
        let variant = match &operand.value {
            Value::Column(name) => {
                let column = self.columns.tokens(of, name);
                quote!(Column(#column))
            }
            Value::Env(name) => {
                let value = self.env(name, &quote!(EnvValue));
                quote!(Env(const { &#value }))
            }
            Value::Boolean(truth) => quote!(Boolean(#truth)),
            Value::Integer(number) => quote!(Integer(#number)),
            Value::Text(text) => quote!(Text(#text)),
        };
        quote!(::guard_runtime::__private::model::Operand::#variant)
    }

    fn list(&self, list: &List) -> TokenStream {
        let variant = match &list.value {
            ListValue::Env(name) => {
                let value = self.env(name, &quote!(EnvList));
                quote!(Env(const { &#value }))
            }
            ListValue::Integers(numbers) => quote!(Integers(&[#(#numbers),*])),
            ListValue::Texts(texts) => quote!(Texts(&[#(#texts),*])),
        };
        quote!(::guard_runtime::__private::model::List::#variant)
    }

    fn env(&self, name: &EnvName, sort: &TokenStream) -> TokenStream {
        if name.is_built_in {
            let constant = name.name.to_string().to_uppercase();
            let constant = Ident::new(&constant, Span::call_site());
            return quote!(::guard_runtime::__private::model::#sort::#constant);
        }
        let (path, name) = (self.env, detached(&name.name));
        quote!(::guard_runtime::__private::model::#sort::attribute::<#path::#name>())
    }
}
