//! What a scope of projects inherits: `inherits admin.projects + admin.everything`.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;

use super::declaration::{Inherited, Resource, Scope};
use super::verb::of_mask;
use crate::diagnostics::{Errors, inherits as say, undeclared};
use crate::tokens::text_at;

/// What stands behind the word; the body of the scope begins at `end`.
pub(super) fn read(
    word: &Ident,
    mut list: &[TokenTree],
    end: Span,
    errors: &mut Errors,
) -> Vec<Inherited> {
    let mut inherited = Vec::new();
    let mut after = word.to_string();
    loop {
        let [
            TokenTree::Ident(scope),
            TokenTree::Punct(dot),
            TokenTree::Ident(resource),
            rest @ ..,
        ] = list
        else {
            let at = list.first().map_or(end, TokenTree::span);
            errors.push(say::expected_inherited(at, &after));
            return inherited;
        };
        if dot.as_char() != '.' {
            errors.push(say::after_inherited(
                dot.span(),
                &text_at(list, 1).0,
                &scope.to_string(),
            ));
            return inherited;
        }
        inherited.push(Inherited {
            scope: scope.clone(),
            resource: resource.clone(),
        });
        after = format!("{scope}.{resource}");
        match rest {
            [] => return inherited,
            [TokenTree::Punct(plus), rest @ ..] if plus.as_char() == '+' => {
                "+".clone_into(&mut after);
                list = rest;
            }
            [next, ..] => {
                let (found, _) = text_at(rest, 0);
                errors.push(say::after_inherited(next.span(), &found, &after));
                return inherited;
            }
        }
    }
}

/// Notes what cannot be inherited.
pub(super) fn check(scopes: &[Scope], errors: &mut Errors) {
    for scope in scopes {
        let mut seen = HashSet::new();
        for inherited in &scope.inherits {
            let Some(resource) = find(inherited, scope, scopes, errors) else {
                continue;
            };
            let of = format!("{}.{}", inherited.scope, inherited.resource);
            let at = inherited.resource.span();
            if !seen.insert(of.clone()) {
                errors.push(say::inherited_twice(at, &of, &scope.name));
            } else if !scope.resources.is_empty() && resource.mask() & offered(scope) == 0 {
                let verbs = of_mask(resource.mask()).collect::<Vec<_>>();
                errors.push(say::inherits_nothing(at, &of, &verbs, &scope.name));
            }
        }
    }
}

fn find<'a>(
    inherited: &Inherited,
    by: &Scope,
    scopes: &'a [Scope],
    errors: &mut Errors,
) -> Option<&'a Resource> {
    let Inherited { scope, resource } = inherited;
    let is_same = |one: &Ident, other: &Ident| one.unraw() == other.unraw();
    if is_same(scope, &by.name) {
        errors.push(say::inherits_itself(scope));
        return None;
    }
    let Some(from) = scopes.iter().find(|it| is_same(&it.name, scope)) else {
        let names = scopes.iter().filter(|it| it.is_global());
        let names = names.map(|it| it.name.to_string()).collect::<Vec<_>>();
        let names = names.iter().map(String::as_str).collect::<Vec<_>>();
        errors.push(undeclared::unknown_scope(scope, &names));
        return None;
    };
    if !from.is_global() {
        errors.push(say::inherits_of_projects(scope));
        return None;
    }
    let found = from.resources.iter().find(|it| is_same(&it.name, resource));
    if found.is_none() {
        let names = from.resources.iter().map(|it| it.name.to_string());
        let names = names.collect::<Vec<_>>();
        let names = names.iter().map(String::as_str).collect::<Vec<_>>();
        let scope = scope.to_string();
        errors.push(undeclared::unknown_resource(&scope, resource, &names));
    }
    found
}

/// All verbs that the resources of a scope offer.
fn offered(scope: &Scope) -> u8 {
    let masks = scope.resources.iter().map(Resource::mask);
    masks.fold(0, |all, mask| all | mask)
}
