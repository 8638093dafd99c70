//! Reads one scope of a declaration, as far as it can be read.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree};
use syn::Attribute;
use syn::parse::{ParseStream, Parser};

use super::declaration::{Param, Resource, Scope};
use super::inherits;
use super::verb::bit;
use crate::diagnostics::{Errors, inherits as inherits_say, schema as say};
use crate::tokens::{is_name, split_at_commas, text_at};

/// `head { body }`
pub(super) fn scope(head: &[TokenTree], body: &Group, errors: &mut Errors) -> Option<Scope> {
    let resources = resources(body, errors);
    let (attrs, head) = split_attributes(head, errors)?;
    let (name, mut rest) = match head.as_slice() {
        [TokenTree::Ident(name), rest @ ..] if name != "_" => (name, rest),
        [other, ..] => {
            errors.push(say::expected_scope(other.span(), None));
            return None;
        }
        [] => {
            errors.push(say::expected_scope(body.span_open(), None));
            return None;
        }
    };
    let mut scope = Scope {
        attrs,
        name: name.clone(),
        param: None,
        inherits: Vec::new(),
        resources,
    };
    if let [TokenTree::Group(param), after @ ..] = rest
        && param.delimiter() == Delimiter::Parenthesis
    {
        scope.param = Some(read_param(param, name, errors));
        rest = after;
    }
    match rest {
        [TokenTree::Ident(word), list @ ..] if word == "inherits" => {
            let inherited = inherits::read(word, list, body.span_open(), errors);
            if scope.is_global() {
                errors.push(inherits_say::global_inherits(word.span(), name));
            } else {
                scope.inherits = inherited;
            }
        }
        [after, ..] => {
            let (found, _) = text_at(rest, 0);
            errors.push(say::after_scope(after.span(), &found, name));
        }
        [] => {}
    }
    may_be_named(&scope.name, errors).then_some(scope)
}

/// `(project_id)`
fn read_param(group: &Group, scope: &Ident, errors: &mut Errors) -> Param {
    let tokens = group.stream().into_iter().collect::<Vec<_>>();
    match tokens.as_slice() {
        [TokenTree::Ident(param)] if is_name(param) => return Param::Named(param.clone()),
        [] => errors.push(say::no_param(group.span(), scope)),
        [first, rest @ ..] => {
            // A second parameter is what is wrong, not the first one.
            let is_named = matches!(first, TokenTree::Ident(param) if is_name(param));
            let wrong = rest.first().filter(|_| is_named).unwrap_or(first);
            errors.push(say::odd_param(wrong.span(), scope));
        }
    }
    Param::Mistaken
}

fn resources(body: &Group, errors: &mut Errors) -> Vec<Resource> {
    let items = split_at_commas(body.stream());
    let read = |(item, end): (Vec<TokenTree>, Span)| resource(&item, end, errors);
    items.into_iter().filter_map(read).collect()
}

/// `configuration: GET | UPDATE`
fn resource(item: &[TokenTree], end: Span, errors: &mut Errors) -> Option<Resource> {
    let (attrs, item) = split_attributes(item, errors)?;
    let name = match item.first() {
        Some(TokenTree::Ident(name)) if name != "_" => name,
        other => {
            let at = other.map_or(end, TokenTree::span);
            errors.push(say::expected_resource(at));
            return None;
        }
    };
    if !may_be_named(name, errors) {
        return None;
    }
    let verbs = match item.get(1..).unwrap_or_default() {
        [] => {
            errors.push(say::no_verbs(name, bit(name).is_some()));
            Vec::new()
        }
        [TokenTree::Punct(colon), list @ ..]
            if colon.as_char() == ':' && text_at(&item, 1).1 == 1 =>
        {
            verbs(list, colon.span(), name, errors)
        }
        [after, ..] => {
            let (found, _) = text_at(&item, 1);
            errors.push(say::after_resource(after.span(), &found, name));
            Vec::new()
        }
    };
    Some(Resource {
        attrs,
        name: name.clone(),
        verbs,
    })
}

/// `GET | UPDATE`, behind the colon at `end`.
fn verbs(list: &[TokenTree], mut end: Span, name: &Ident, errors: &mut Errors) -> Vec<Ident> {
    let mut verbs = Vec::new();
    let mut list = list;
    if list.is_empty() {
        errors.push(say::no_verbs(name, bit(name).is_some()));
        return verbs;
    }
    while let [TokenTree::Ident(verb), rest @ ..] = list {
        verbs.push(verb.clone());
        match rest {
            [] => return verbs,
            [TokenTree::Punct(bar), rest @ ..] if bar.as_char() == '|' => {
                end = bar.span();
                list = rest;
            }
            [after, ..] => {
                let (found, _) = text_at(list, 1);
                errors.push(say::after_verb(after.span(), &found, verb));
                return verbs;
            }
        }
    }
    let at = list.first().map_or(end, TokenTree::span);
    errors.push(say::expected_verb(at, &text_at(list, 0).0));
    verbs
}

/// Notes names that cannot be names, of modules or in headers.
fn may_be_named(name: &Ident, errors: &mut Errors) -> bool {
    let text = name.to_string();
    if !is_name(name) {
        errors.push(say::a_keyword(name));
        return false;
    }
    if !text.is_ascii() {
        errors.push(say::not_ascii(name));
    }
    true
}

/// The name of a scope, if its head begins with one.
pub(super) fn name_of(head: &[TokenTree]) -> Option<Ident> {
    let (_, head) = split_attributes(head, &mut Errors::default())?;
    match head.into_iter().next() {
        Some(TokenTree::Ident(name)) if is_name(&name) => Some(name),
        _ => None,
    }
}

fn split_attributes(
    item: &[TokenTree],
    errors: &mut Errors,
) -> Option<(Vec<Attribute>, Vec<TokenTree>)> {
    let parser = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        let rest = input.parse::<proc_macro2::TokenStream>()?;
        Ok((attrs, rest.into_iter().collect()))
    };
    let (attrs, rest) = errors.ok(parser.parse2(item.iter().cloned().collect()))?;
    for attr in &attrs {
        if attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr") {
            errors.push(say::conditional(crate::handler::first_span(attr)));
        }
    }
    Some((attrs, rest))
}
