//! The struct below an attribute.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser, Result};
use syn::{Attribute, Fields, ItemStruct, Visibility};

use super::Kind;
use super::field::FormField;
use super::gates::Gates;
use crate::diagnostics::Errors;
use crate::diagnostics::admin::item as say;
use crate::handler::first_span;

/// What stands below, without what was for us.
pub(crate) struct Item {
    pub(crate) tokens: TokenStream,
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) gates: Gates,
    /// Of a type that something can be implemented for.
    pub(crate) name: Option<Ident>,
    pub(crate) is_struct: bool,
    /// Of the form.
    pub(crate) fields: Vec<FormField>,
}

impl Item {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn parse(kind: Kind, item: TokenStream, errors: &mut Errors) -> Self {
        let (mut attrs, rest) = match split.parse2(item.clone()) {
            Ok(parts) => parts,
            Err(_) => (Vec::new(), item),
        };
        let gates = Gates::take(&mut attrs, errors);
        attrs.retain(|attr| match Kind::of(attr.path()) {
            Some(other) => {
                errors.push(say::twice(first_span(attr.path()), kind, other));
                false
            }
            None => true,
        });
        let mut item = Self {
            tokens: quote!(#(#attrs)* #rest),
            attrs,
            gates,
            name: None,
            is_struct: false,
            fields: Vec::new(),
        };
        match syn::parse2(item.tokens.clone()) {
            Ok(syn::Item::Struct(below)) => item.read(kind, below, errors),
            Ok(other) => {
                let at = place.parse2(rest).unwrap_or_else(|_| Span::call_site());
                errors.push(say::not_a_struct(at, kind));
                item.name = match other {
                    syn::Item::Enum(it) if it.generics.params.is_empty() => Some(it.ident),
                    _ => None,
                };
            }
            Err(error) => errors.push(error),
        }
        item
    }

    fn read(&mut self, kind: Kind, mut below: ItemStruct, errors: &mut Errors) {
        self.is_struct = true;
        if let Some(first) = below.generics.params.first() {
            errors.push(say::generics(first_span(first), kind));
            return;
        }
        self.name = Some(below.ident.clone());
        match &mut below.fields {
            Fields::Unnamed(_) => errors.push(say::tuple(below.ident.span(), kind)),
            Fields::Named(named) if kind.has_form() => {
                FormField::check_struct(&self.attrs, errors);
                let fields = named.named.iter_mut();
                self.fields = fields
                    .filter_map(|field| FormField::take(field, errors))
                    .collect();
            }
            Fields::Named(named) => {
                if let Some(first) = named.named.first() {
                    errors.push(say::has_fields(first_span(&first.ident), kind));
                }
            }
            Fields::Unit => {}
        }
        self.tokens = below.into_token_stream();
    }
}

/// Attributes, and what stands below them.
pub(crate) fn split(input: ParseStream<'_>) -> Result<(Vec<Attribute>, TokenStream)> {
    Ok((input.call(Attribute::parse_outer)?, input.parse()?))
}

/// Where an item begins to be what it is.
fn place(input: ParseStream<'_>) -> Result<Span> {
    input.parse::<Visibility>()?;
    let at = input.span();
    input.parse::<TokenStream>()?;
    Ok(at)
}
