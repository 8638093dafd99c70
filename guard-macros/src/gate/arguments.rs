//! What stands in the parentheses of `requires_group(…)`, `requires_role(…)` and
//! `requires_scope(…)`.

use proc_macro2::{Ident, Punct, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::{Path, parse_quote};

use super::Expr;
use super::known::Names;
use super::parse::parse_item;
use super::repeat::note_repeat;
use crate::diagnostics::{Errors, setting};
use crate::names::Sort;
use crate::tokens::{flatten, is_punct, split_at_commas};

/// An expression, and settings in any place of its list.
pub(crate) struct Arguments {
    pub(crate) expr: Expr,
    /// Where the names are declared.
    pub(crate) path: Path,
    /// Whether that is what the user means, so that the declaration there may be asked.
    pub(crate) path_is_known: bool,
    /// All mistakes, in source order.
    pub(crate) errors: Errors,
    is_empty: bool,
}

impl Arguments {
    /// With `declared`, names that are not in it are mistakes as well.
    pub(crate) fn parse(args: TokenStream, sort: Sort, declared: Option<&str>) -> Self {
        let mut errors = Errors::default();
        let names = Names::new(sort, declared);
        let own = quote::format_ident!("{}", sort.module());
        let mut path = None;
        let mut path_is_known = true;
        let mut parts = Vec::new();
        let mut is_empty = true;
        for (item, end) in split_at_commas(flatten(args)) {
            let Some((key, equals, value)) = as_setting(&item, sort) else {
                is_empty = false;
                let part = parse_item(&item, end, 0, &names, &mut errors);
                note_repeat(&parts, part.as_ref(), false, sort, &mut errors);
                parts.extend(part);
                continue;
            };
            if *key != own {
                path_is_known = false;
                errors.push(setting::unknown_setting(key, sort));
            } else if path.is_some() {
                path_is_known = false;
                errors.push(setting::setting_twice(key));
            } else {
                path = errors.ok(parse_path(equals, value, sort));
                path_is_known &= path.is_some();
            }
        }
        let expr = Expr::All(parts);
        if errors.is_empty() && sort == Sort::Group {
            expr.check_exclusive(&mut errors);
        }
        Self {
            is_empty: is_empty && errors.is_empty(),
            expr,
            path: path.unwrap_or_else(|| parse_quote!(crate::#own)),
            path_is_known,
            errors,
        }
    }

    /// Whether nothing is named at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.is_empty
    }
}

/// `groups = crate::access::groups`
pub(crate) fn as_setting(item: &[TokenTree], sort: Sort) -> Option<(&Ident, &Punct, &[TokenTree])> {
    match item {
        [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
            if equals.as_char() == '=' && (sort != Sort::Permission || sets(key, value)) =>
        {
            Some((key, equals, value))
        }
        _ => None,
    }
}

/// Whether it is a setting, and no permission that lacks its resource: `admin = GET`.
fn sets(key: &Ident, value: &[TokenTree]) -> bool {
    let words = [
        "scopes",
        "scope",
        "schema",
        "groups",
        "roles",
        "permissions",
    ];
    words.iter().any(|word| key == word) || value.iter().any(|it| is_punct(Some(it), ':'))
}

pub(crate) fn parse_path(equals: &Punct, value: &[TokenTree], sort: Sort) -> syn::Result<Path> {
    let at = value.first().map_or(equals.span(), TokenTree::span);
    let value = value.iter().cloned().collect::<TokenStream>();
    let parsed = Path::parse_mod_style.parse2(value);
    parsed.map_err(|_| setting::expected_path(at, sort))
}
