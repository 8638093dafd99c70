//! What `define_env!` is given.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Type, parse_quote};

use super::BUILT_IN;
use crate::diagnostics::Errors;
use crate::diagnostics::{declaration as say_declaration, env as say};
use crate::handler::first_span;
use crate::model::{inside, last_name};
use crate::module::Module;
use crate::names::Sort;
use crate::tokens::{is_name, is_punct, split_at_commas};

/// What `env.` stands for elsewhere.
const TAKEN: [&str; 19] = [
    "actor",
    "elevation",
    "get",
    "groups",
    "has_role",
    "identity",
    "in_companies",
    "in_group",
    "is_internal",
    "is_signed_in",
    "limit",
    "name",
    "of",
    "permissions",
    "request_id",
    "roles",
    "sudo",
    "switch_user",
    "user",
];

/// `pub mod attributes { … }`
pub(crate) struct Declaration {
    pub(crate) module: Module,
    pub(crate) entries: Vec<Entry>,
}

/// `region: String`, `team_ids: [i64]`
pub(crate) struct Entry {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    pub(crate) is_list: bool,
}

impl Declaration {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn parse(input: TokenStream, errors: &mut Errors) -> Self {
        let module = Module::parse(input, Sort::Attribute, errors);
        let mut entries = Vec::<Entry>::new();
        let mut seen = HashSet::new();
        for (item, end) in split_at_commas(module.content.clone()) {
            let Some(entry) = entry(&item, end, errors) else {
                continue;
            };
            let name = entry.name.unraw().to_string();
            if BUILT_IN.contains(&name.as_str()) {
                errors.push(say::built_in(&entry.name));
            } else if TAKEN.contains(&name.as_str()) {
                errors.push(say::taken(&entry.name));
            } else if seen.insert(name) {
                entries.push(entry);
            } else {
                errors.push(say_declaration::declared_twice(
                    &entry.name,
                    Sort::Attribute,
                ));
            }
        }
        Self { module, entries }
    }
}

/// One item of the list, as far as it can be read.
fn entry(item: &[TokenTree], end: Span, errors: &mut Errors) -> Option<Entry> {
    let parser = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        Ok((attrs, input.parse::<TokenStream>()?))
    };
    let (attrs, rest) = errors.ok(parser.parse2(item.iter().cloned().collect()))?;
    let rest = rest.into_iter().collect::<Vec<_>>();
    let (name, ty) = match rest.as_slice() {
        [TokenTree::Ident(name), colon, ty @ ..] if is_name(name) && is_punct(Some(colon), ':') => {
            (name, ty)
        }
        [TokenTree::Ident(name)] if is_name(name) => {
            errors.push(say::no_type(name));
            return None;
        }
        rest => {
            let at = rest.first().map_or(end, TokenTree::span);
            errors.push(say_declaration::expected_declaration(at, Sort::Attribute));
            return None;
        }
    };
    if let Some(attr) = attrs.iter().find(|it| it.path().is_ident("cfg")) {
        errors.push(say::conditional(first_span(attr.path())));
        return None;
    }
    let at = ty.first().map_or(name.span(), TokenTree::span);
    let Ok(ty) = syn::parse2::<Type>(ty.iter().cloned().collect()) else {
        errors.push(say::odd_type(at, name));
        return None;
    };
    let held = Held::of(ty);
    if held.is_odd {
        // What is meant is known: who names it makes no mistake.
        errors.push(say::other_type(at, name, &held.ty, held.is_list));
    }
    let Held { ty, is_list, .. } = held;
    Some(Entry {
        attrs,
        name: name.clone(),
        ty,
        is_list,
    })
}

/// What an attribute holds.
struct Held {
    ty: Type,
    is_list: bool,
    /// Whether it is to be written otherwise.
    is_odd: bool,
}

impl Held {
    fn of(ty: Type) -> Self {
        let (ty, is_list, is_odd) = match ty {
            Type::Slice(list) => (*list.elem, true, false),
            Type::Array(array) => (*array.elem, true, true),
            Type::Reference(_) => (parse_quote!(String), false, true),
            ty => match inside("Vec", &ty) {
                Some(item) => (item.clone(), true, true),
                None if last_name(&ty).is_some_and(|it| it == "str") => {
                    (parse_quote!(String), false, true)
                }
                None => (ty, false, false),
            },
        };
        Self {
            ty,
            is_list,
            is_odd,
        }
    }
}
