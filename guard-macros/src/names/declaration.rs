//! What `define_groups!` and `define_roles!` are given.

use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::{Parse, ParseStream, Parser, Result};
use syn::punctuated::Punctuated;
use syn::{Attribute, Token, Visibility, braced};

use super::Sort;
use crate::diagnostics::{self as say, Errors};

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
    pub(crate) fn parse(input: TokenStream, sort: Sort) -> Result<Self> {
        let parser = |input: ParseStream<'_>| {
            let attrs = input.call(Attribute::parse_outer)?;
            let vis = input.parse()?;
            let expected = |_| say::expected_module(input.span(), sort);
            input.parse::<Token![mod]>().map_err(expected)?;
            let name = input.parse()?;
            let content;
            braced!(content in input);
            let entries = entries(&content, sort)?;
            if input.is_empty() {
                Ok(Self {
                    attrs,
                    vis,
                    name,
                    entries,
                })
            } else {
                Err(say::expected_module(input.span(), sort))
            }
        };
        parser.parse2(input)
    }
}

fn entries(input: ParseStream<'_>, sort: Sort) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    while !input.is_empty() {
        entries.push(entry(input, sort)?);
        if input.is_empty() {
            break;
        }
        let expected = |_| say::expected_declaration(input.span(), sort);
        input.parse::<Token![,]>().map_err(expected)?;
    }
    Ok(entries)
}

fn entry(input: ParseStream<'_>, sort: Sort) -> Result<Entry> {
    let attrs = input.call(Attribute::parse_outer)?;
    let expected = |at: Span| say::expected_declaration(at, sort);
    let name = input.parse().map_err(|_| expected(input.span()))?;
    let mut implies = Vec::new();
    if input.peek(Token![:]) {
        let colon = input.parse::<Token![:]>()?;
        if sort == Sort::Role {
            return Err(say::roles_imply_nothing(colon.span));
        }
        implies = Punctuated::<Ident, Token![+]>::parse_separated_nonempty(input)
            .map_err(|_| expected(input.span()))?
            .into_iter()
            .collect();
    }
    Ok(Entry {
        attrs,
        name,
        implies,
    })
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

/// The names alone, as the callback macro carries them.
pub(crate) struct Names(pub(crate) Vec<Ident>);

impl Parse for Names {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut names = Vec::new();
        while !input.is_empty() {
            names.push(input.parse()?);
        }
        Ok(Self(names))
    }
}

/// Parses, and notes why it could not.
pub(crate) fn parse(input: TokenStream, sort: Sort, errors: &mut Errors) -> Option<Declaration> {
    errors.ok(Declaration::parse(input, sort))
}
