//! The module that a declaration is written as.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use syn::parse::{ParseStream, Parser, Result};
use syn::{Attribute, Token, Visibility, parse_quote};

use crate::diagnostics::{Errors, declaration as say};
use crate::names::Sort;
use crate::tokens::flatten;

/// `pub mod groups { … }`
pub(crate) struct Module {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) content: TokenStream,
}

impl Module {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn parse(input: TokenStream, sort: Sort, errors: &mut Errors) -> Self {
        let parser = |input: ParseStream<'_>| Self::parse_parts(input, sort, errors);
        // What a declaration without a module was to be called is likely; gates find it there.
        parser.parse2(input).unwrap_or_else(|error| {
            errors.push(error);
            Self {
                attrs: Vec::new(),
                vis: parse_quote!(pub(crate)),
                name: quote::format_ident!("{}", sort.module()),
                content: TokenStream::new(),
            }
        })
    }

    fn parse_parts(input: ParseStream<'_>, sort: Sort, errors: &mut Errors) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let expected = |at: Span| say::expected_module(at, sort);
        input
            .parse::<Token![mod]>()
            .map_err(|_| expected(input.span()))?;
        let name = input.parse().map_err(|_| expected(input.span()))?;
        let mut content = TokenStream::new();
        match input.parse::<Group>() {
            Ok(group) if group.delimiter() == Delimiter::Brace => {
                content = flatten(group.stream());
                let rest = input.parse::<TokenStream>()?;
                if let Some(token) = rest.into_iter().next() {
                    errors.push(say::after_the_module(token.span(), sort));
                }
            }
            Ok(group) => errors.push(expected(group.span_open())),
            Err(_) => {
                errors.push(expected(input.span()));
                input.parse::<TokenStream>()?;
            }
        }
        Ok(Self {
            attrs,
            vis,
            name,
            content,
        })
    }
}
