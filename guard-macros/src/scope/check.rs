//! Mistakes of a declaration: reserved and repeated names, unknown and repeated verbs.

use std::collections::HashSet;

use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::declaration::{Resource, Scope};
use super::inherits;
use super::verb::bit;
use crate::diagnostics::{Errors, declaration, schema as say, undeclared};

pub(super) fn check(scopes: &[Scope], errors: &mut Errors) {
    let mut seen = HashSet::new();
    for scope in scopes {
        check_name(&scope.name, None, &mut seen, errors);
        let mut seen = HashSet::new();
        for resource in &scope.resources {
            check_name(&resource.name, Some(&scope.name), &mut seen, errors);
            check_verbs(resource, errors);
        }
    }
    inherits::check(scopes, errors);
}

fn check_name(name: &Ident, of: Option<&Ident>, seen: &mut HashSet<Ident>, errors: &mut Errors) {
    if is_reserved(name) {
        errors.push(declaration::reserved(name));
    } else if !seen.insert(name.unraw()) {
        errors.push(say::declared_twice(name, of));
    }
}

fn is_reserved(name: &Ident) -> bool {
    ["any", "all", "not", "SCHEMA"].iter().any(|it| name == it)
}

fn check_verbs(resource: &Resource, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for verb in &resource.verbs {
        if bit(verb).is_none() {
            errors.push(undeclared::unknown_verb(verb));
        } else if !seen.insert(verb) {
            errors.push(say::verb_twice(verb, &resource.name));
        }
    }
}

/// Leaves what can stand, so that only the declaration is reported and not all who use it.
pub(super) fn forget_mistakes(scopes: &mut Vec<Scope>) {
    keep_first(scopes, |scope| &scope.name);
    for scope in scopes {
        keep_first(&mut scope.resources, |resource| &resource.name);
        scope.inherits.clear();
    }
}

fn keep_first<T>(items: &mut Vec<T>, name: impl Fn(&T) -> &Ident) {
    let mut seen = HashSet::new();
    items.retain(|item| !is_reserved(name(item)) && seen.insert(name(item).unraw()));
}
