//! The expression in a gate: `sales, any(support, all(audit, finance))`.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::quote;
use syn::Path;

use crate::diagnostics::{self as say, Errors};
use crate::names::{EXCLUSIVE, Sort};

/// A combination of names.
pub(crate) enum Expr {
    Name(Ident),
    All(Vec<Expr>),
    Any(Vec<Expr>),
}

impl Expr {
    /// A list separated by commas, all of which must hold. Every mistake is noted.
    pub(crate) fn parse_list(tokens: TokenStream, sort: Sort, errors: &mut Errors) -> Self {
        Self::All(parse_items(tokens, sort, errors))
    }

    /// All names in it, in source order.
    pub(crate) fn names(&self) -> Vec<&Ident> {
        match self {
            Self::Name(name) => vec![name],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::names).collect(),
        }
    }

    /// Notes names that can never hold at the same time, `all(core_internal, core_portal)`.
    pub(crate) fn check_exclusive(&self, errors: &mut Errors) {
        let (Self::All(parts) | Self::Any(parts)) = self else {
            return;
        };
        if let Self::All(_) = self {
            for (one, other) in EXCLUSIVE {
                let is = |wanted: &str| {
                    parts.iter().find_map(|part| match part {
                        Self::Name(name) if name == wanted => Some(name),
                        _ => None,
                    })
                };
                if let (Some(_), Some(name)) = (is(one), is(other)) {
                    errors.push(say::never_both(name.span(), one, other));
                }
            }
        }
        for part in parts {
            part.check_exclusive(errors);
        }
    }
}

fn parse_items(tokens: TokenStream, sort: Sort, errors: &mut Errors) -> Vec<Expr> {
    split_at_commas(tokens)
        .into_iter()
        .filter_map(|(item, end)| parse_item(&item, end, sort, errors))
        .collect()
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

fn parse_item(item: &[TokenTree], end: Span, sort: Sort, errors: &mut Errors) -> Option<Expr> {
    let (first, rest) = match item {
        [] => {
            errors.push(say::expected_name(end, sort));
            return None;
        }
        [first, rest @ ..] => (first, rest),
    };
    let name = match first {
        TokenTree::Ident(name) => name,
        TokenTree::Literal(literal) => {
            let text = literal.to_string();
            let name = text
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'))
                .filter(|name| syn::parse_str::<Ident>(name).is_ok());
            errors.push(say::a_literal(literal.span(), sort, name));
            return None;
        }
        TokenTree::Punct(bang) if bang.as_char() == '!' => {
            errors.push(say::a_negation(bang.span(), sort));
            return None;
        }
        other => {
            errors.push(say::expected_name(other.span(), sort));
            return None;
        }
    };
    match rest {
        [] if name == "any" || name == "all" => {
            errors.push(say::empty_combination(name, sort));
            None
        }
        [] => Some(Expr::Name(name.clone())),
        [TokenTree::Group(group), after @ ..] if group.delimiter() == Delimiter::Parenthesis => {
            let parsed = combination(name, group, sort, errors);
            if let [leftover, ..] = after {
                let after = format!("{name}(…)");
                errors.push(say::leftover(
                    leftover.span(),
                    &text_of(item, 2),
                    &after,
                    sort,
                ));
            }
            parsed
        }
        [TokenTree::Punct(colon), ..] if colon.as_char() == ':' => {
            errors.push(say::a_path(name.span(), sort));
            None
        }
        [leftover, ..] => {
            let found = text_of(item, 1);
            errors.push(say::leftover(
                leftover.span(),
                &found,
                &name.to_string(),
                sort,
            ));
            None
        }
    }
}

fn combination(name: &Ident, group: &Group, sort: Sort, errors: &mut Errors) -> Option<Expr> {
    if name == "not" {
        errors.push(say::a_negation(name.span(), sort));
        return None;
    }
    if name != "any" && name != "all" {
        errors.push(say::unknown_combination(name));
        return None;
    }
    if group.stream().is_empty() {
        errors.push(say::empty_combination(name, sort));
        return None;
    }
    let parts = parse_items(group.stream(), sort, errors);
    Some(if name == "any" {
        Expr::Any(parts)
    } else {
        Expr::All(parts)
    })
}

/// The token at `index` as written; an operator of two characters counts as one.
fn text_of(item: &[TokenTree], index: usize) -> String {
    match (item.get(index), item.get(index + 1)) {
        (Some(TokenTree::Punct(first)), Some(TokenTree::Punct(second)))
            if first.spacing() == Spacing::Joint =>
        {
            format!("{}{}", first.as_char(), second.as_char())
        }
        (Some(TokenTree::Group(_)), _) => "(…)".to_owned(),
        (Some(token), _) => token.to_string(),
        (None, _) => String::new(),
    }
}

/// The gate as a type: `All<(InGroup<groups::sales>, Any<(…)>)>`.
pub(crate) fn gate_type(expr: &Expr, sort: Sort, path: &Path) -> TokenStream {
    match expr {
        Expr::Name(name) => {
            let marker = match sort {
                Sort::Group => quote!(InGroup),
                Sort::Role => quote!(HasRole),
            };
            quote!(::guard_runtime::__private::#marker<#path::#name>)
        }
        Expr::All(parts) | Expr::Any(parts) => match parts.as_slice() {
            [only] => gate_type(only, sort, path),
            parts => {
                let parts = parts.iter().map(|part| gate_type(part, sort, path));
                combine(matches!(expr, Expr::Any(_)), parts.collect())
            }
        },
    }
}

/// Combines types, in tuples of eight at most: the runtime knows no longer ones.
pub(crate) fn combine(any: bool, mut parts: Vec<TokenStream>) -> TokenStream {
    let combinator = if any { quote!(Any) } else { quote!(All) };
    while parts.len() > 8 {
        parts = parts
            .chunks(8)
            .map(|chunk| match chunk {
                [only] => only.clone(),
                chunk => quote!(::guard_runtime::__private::#combinator<(#(#chunk,)*)>),
            })
            .collect();
    }
    quote!(::guard_runtime::__private::#combinator<(#(#parts,)*)>)
}
