//! What `define_groups!` and `define_roles!` are given.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser, Result};
use syn::{Attribute, Token, Visibility, parse_quote};

use super::Sort;
use crate::diagnostics::{Errors, declaration as say};
use crate::gate::{split_at_commas, text_at};

/// `pub mod groups { … }`
pub(crate) struct Declaration {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) entries: Vec<Entry>,
}

/// `sales_manager: sales_user + auditor`
pub(crate) struct Entry {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) implies: Vec<Ident>,
}

impl Declaration {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn parse(input: TokenStream, sort: Sort, errors: &mut Errors) -> Self {
        let parser = |input: ParseStream<'_>| Self::parse_module(input, sort, errors);
        // What a declaration without a module was to be called is likely; gates find it there.
        parser.parse2(input).unwrap_or_else(|error| {
            errors.push(error);
            Self {
                attrs: Vec::new(),
                vis: parse_quote!(pub(crate)),
                name: quote::format_ident!("{}s", sort.name()),
                entries: Vec::new(),
            }
        })
    }

    fn parse_module(input: ParseStream<'_>, sort: Sort, errors: &mut Errors) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let expected = |at: Span| say::expected_module(at, sort);
        input
            .parse::<Token![mod]>()
            .map_err(|_| expected(input.span()))?;
        let name = input.parse().map_err(|_| expected(input.span()))?;
        let mut entries = Vec::new();
        match input.parse::<Group>() {
            Ok(content) if content.delimiter() == Delimiter::Brace => {
                for (item, end) in split_at_commas(content.stream()) {
                    entries.extend(entry(&item, end, sort, errors));
                }
                let rest = input.parse::<TokenStream>()?;
                if let Some(token) = rest.into_iter().next() {
                    errors.push(say::after_the_module(token.span(), sort));
                }
            }
            Ok(content) => errors.push(expected(content.span_open())),
            Err(_) => {
                errors.push(expected(input.span()));
                input.parse::<TokenStream>()?;
            }
        }
        Ok(Self {
            attrs,
            vis,
            name,
            entries,
        })
    }
}

/// One item of the list, as far as it can be read.
fn entry(item: &[TokenTree], end: Span, sort: Sort, errors: &mut Errors) -> Option<Entry> {
    let parser = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        Ok((attrs, input.parse::<TokenStream>()?))
    };
    let (attrs, rest) = errors.ok(parser.parse2(item.iter().cloned().collect()))?;
    let rest = rest.into_iter().collect::<Vec<_>>();
    let (name, after) = match rest.as_slice() {
        [TokenTree::Ident(name), after @ ..] if is_name(name) => (name, after),
        [TokenTree::Literal(literal), ..] => {
            let name = syn::parse_str::<Ident>(literal.to_string().trim_matches('"')).ok();
            errors.push(say::quoted(literal.span(), sort, name.as_ref()));
            // It is known what is meant: who implies it makes no mistake.
            return name.map(|name| Entry {
                attrs,
                name,
                implies: Vec::new(),
            });
        }
        [other, ..] => {
            errors.push(say::expected_declaration(other.span(), sort));
            return None;
        }
        [] => {
            errors.push(say::expected_declaration(end, sort));
            return None;
        }
    };
    let mut implies = Vec::new();
    match after {
        [] => {}
        [TokenTree::Punct(colon), _, ..] if colon.as_char() == ':' && sort == Sort::Role => {
            errors.push(say::roles_imply_nothing(colon.span()));
        }
        [TokenTree::Punct(colon), list @ ..] if colon.as_char() == ':' => {
            implies = implied(list, colon.span(), name, errors);
        }
        [after, ..] => {
            let (found, _) = text_at(&rest, 1);
            errors.push(say::leftover(after.span(), &found, name, sort));
        }
    }
    Some(Entry {
        attrs,
        name: name.clone(),
        implies,
    })
}

/// `sales_user + auditor`, behind the colon at `end`.
fn implied(list: &[TokenTree], mut end: Span, name: &Ident, errors: &mut Errors) -> Vec<Ident> {
    let mut implies = Vec::new();
    let mut list = list;
    while let [TokenTree::Ident(implied), rest @ ..] = list
        && is_name(implied)
    {
        implies.push(implied.clone());
        match rest {
            [] => return implies,
            [TokenTree::Punct(plus), rest @ ..] if plus.as_char() == '+' => {
                end = plus.span();
                list = rest;
            }
            [after, ..] => {
                let (found, _) = text_at(list, 1);
                errors.push(say::leftover(after.span(), &found, implied, Sort::Group));
                return implies;
            }
        }
    }
    let at = list.first().map_or(end, TokenTree::span);
    errors.push(say::implies_nothing(at, name));
    implies
}

/// Whether it is a name and no keyword.
pub(crate) fn is_name(word: &Ident) -> bool {
    let word = TokenTree::Ident(word.clone());
    syn::parse2::<Ident>(word.into()).is_ok()
}

impl Entry {
    /// The text of the doc comment, in one line.
    pub(crate) fn description(&self) -> String {
        let lines = self.attrs.iter().filter_map(|attr| {
            let value = &attr.meta.require_name_value().ok()?.value;
            match value {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(text),
                    ..
                }) if attr.path().is_ident("doc") => Some(text.value().trim().to_owned()),
                _ => None,
            }
        });
        let lines = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>();
        lines.join(" ")
    }
}
