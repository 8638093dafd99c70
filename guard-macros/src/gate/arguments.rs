//! What stands in the parentheses of `requires_group(…)` and `requires_role(…)`.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::{Path, parse_quote};

use super::Expr;
use super::known::Names;
use super::parse::{note_repeat, parse_item};
use crate::diagnostics::{Errors, argument as say, setting};
use crate::names::Sort;

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
        let own = quote::format_ident!("{}s", sort.name());
        let mut path = None;
        let mut path_is_known = true;
        let mut parts = Vec::new();
        let mut is_empty = true;
        for (item, end) in split_at_commas(flatten(args)) {
            let Some((key, equals, value)) = as_setting(&item) else {
                is_empty = false;
                let part = parse_item(&item, end, 0, &names, &mut errors);
                note_repeat(&parts, part.as_ref(), sort, &mut errors);
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
fn as_setting(item: &[TokenTree]) -> Option<(&Ident, &Punct, &[TokenTree])> {
    match item {
        [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
            if equals.as_char() == '=' =>
        {
            Some((key, equals, value))
        }
        _ => None,
    }
}

fn parse_path(equals: &Punct, value: &[TokenTree], sort: Sort) -> syn::Result<Path> {
    let at = value.first().map_or(equals.span(), TokenTree::span);
    let value = value.iter().cloned().collect::<TokenStream>();
    let parsed = Path::parse_mod_style.parse2(value);
    parsed.map_err(|_| setting::expected_path(at, sort))
}

/// What stands between commas, each with the place where it ends. A last comma is no item.
pub(crate) fn split_at_commas(tokens: TokenStream) -> Vec<(Vec<TokenTree>, Span)> {
    let mut items = Vec::new();
    let mut item = Vec::new();
    for token in tokens {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                items.push((std::mem::take(&mut item), comma.span()));
            }
            _ => item.push(token),
        }
    }
    if let Some(last) = item.last() {
        let end = last.span();
        items.push((item, end));
    }
    items
}

/// Takes away the invisible brackets around what a `macro_rules!` was given.
fn flatten(tokens: TokenStream) -> TokenStream {
    let flatten_one = |token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => flatten(group.stream()),
        TokenTree::Group(group) => {
            let mut flat = Group::new(group.delimiter(), flatten(group.stream()));
            flat.set_span(group.span());
            TokenTree::from(flat).into()
        }
        token => TokenStream::from(token),
    };
    tokens.into_iter().flat_map(flatten_one).collect()
}

/// The token at `index` as written; an operator of two characters counts as one. With it, how many
/// tokens it is.
pub(crate) fn text_at(item: &[TokenTree], index: usize) -> (String, usize) {
    match (item.get(index), item.get(index + 1)) {
        (Some(TokenTree::Punct(first)), Some(TokenTree::Punct(second)))
            if first.spacing() == Spacing::Joint =>
        {
            (format!("{}{}", first.as_char(), second.as_char()), 2)
        }
        (Some(TokenTree::Group(group)), _) => (say::brackets(group.delimiter()).to_owned(), 1),
        (Some(token), _) => (token.to_string(), 1),
        (None, _) => (String::new(), 0),
    }
}

/// The name at `index`, if one stands there.
pub(crate) fn name_at(item: &[TokenTree], index: usize) -> Option<&Ident> {
    match item.get(index) {
        Some(TokenTree::Ident(name)) => Some(name),
        _ => None,
    }
}
