//! Answers what gates and roles ask of a declaration of scopes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use syn::Path;
use syn::parse::{ParseStream, Parser, Result};

use super::{Choice, Declared, Permissions};
use crate::diagnostics::{Errors, undeclared as say};
use crate::model;
use crate::names::{Sort, braces, resolve_gate};
use crate::tokens::split_at_commas;

/// `"declared" { path } { arguments } loud` of a gate, `"declared" role { path } { permissions }`
/// of a role.
pub(crate) fn resolve(input: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| {
        // Names need no escape, so the text is what stands between the quotes.
        let declared = input.parse::<Literal>()?.to_string();
        let declared = declared.trim_matches('"');
        if !input.peek(syn::Ident) {
            return resolve_gate(Sort::Permission, declared, input);
        }
        if input.fork().parse::<Ident>()? != "role" {
            return model::answer(Sort::Permission, declared, input);
        }
        input.parse::<Ident>()?;
        let path = syn::parse2(braces(input)?)?;
        Ok(role(Declared(declared), &path, braces(input)?))
    };
    let resolved: Result<_> = parser.parse2(input);
    resolved.unwrap_or_else(syn::Error::into_compile_error)
}

/// The permissions of a role, each once and in the order of declaration.
fn role(declared: Declared<'_>, path: &Path, items: TokenStream) -> TokenStream {
    // What is wrong with the items themselves was reported where the role is declared.
    let mut reported = Errors::default();
    let items = split_at_commas(items)
        .into_iter()
        .filter_map(|(item, end)| Permissions::parse(&item, end, true, &mut reported))
        .collect::<Vec<_>>();
    let mut errors = Errors::default();
    let mut positions = items
        .iter()
        .flat_map(|item| item.find(declared, &mut errors))
        .collect::<Vec<_>>();
    check_mixed(declared, &items, &mut errors);
    if let Some(errors) = errors.into_compile_error() {
        return quote!({ #errors &[] });
    }
    positions.sort_unstable();
    positions.dedup();
    quote!(&[#(::guard_runtime::__private::permission(&#path::SCHEMA, #positions)),*])
}

/// Notes the first scope that a role cannot have beside the one before.
fn check_mixed(declared: Declared<'_>, items: &[Permissions], errors: &mut Errors) {
    let mut scopes = items.iter().filter_map(|item| {
        let is_read = !matches!(item.resource, Choice::Mistaken);
        let scope = declared.scope(&item.scope).filter(|_| is_read)?;
        Some((&item.scope, scope))
    });
    let Some((_, first)) = scopes.next() else {
        return;
    };
    let different = scopes.find(|(_, scope)| {
        scope.is_global != first.is_global || !(first.is_global || scope.name == first.name)
    });
    if let Some((at, scope)) = different {
        let global = [first, scope].into_iter().find(|it| it.is_global);
        errors.push(say::mixed(at, first.name, global.map(|it| it.name)));
    }
}
