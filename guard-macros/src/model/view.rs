//! The struct that callers are given where some may not read all fields.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::access::Access;
use super::attributes;
use super::field_rule::Way;
use super::item::{Field, Model};
use crate::handler::{detached, detached_all};

/// `struct InvoiceView { … }`, if some fields are not for all.
pub(crate) fn view(model: &Model, access: &Access, sound: bool) -> Option<TokenStream> {
    let restricted = restricted(model, access)?;
    let Model { vis, name, .. } = model;
    let view = view_name(name);
    let docs = format!("What callers are given of [`{name}`]: some fields may be hidden.");
    let fields = fields(model).map(|field| {
        let Field { vis, name, ty, .. } = field;
        let (name, ty) = (detached(name), detached_all(ty.to_token_stream()));
        let is_restricted = restricted.contains(&name);
        let ty = if is_restricted {
            quote!(::guard_runtime::model::Shown<#ty>)
        } else {
            quote!(#ty)
        };
        let attrs = if sound {
            attributes::of_field(&model.derives, field, is_restricted)
        } else {
            attributes::of_mistaken_field(&model.derives)
        };
        quote!(#attrs #vis #name: #ty)
    });
    let attrs = attributes::of_struct(&model.derives, &model.attrs, sound);
    Some(quote! {
        #[doc = #docs]
        #attrs
        #[allow(dead_code, missing_debug_implementations)]
        #vis struct #view {
            #(#fields,)*
        }
    })
}

/// What the implementation says of it.
pub(crate) fn readable(model: &Model, access: &Access) -> TokenStream {
    let Some(restricted) = restricted(model, access) else {
        return quote! {
            type Readable = Self;

            fn readable(self, _: &::guard_runtime::model::FieldSet) -> Self::Readable {
                self
            }
        };
    };
    let view = view_name(&model.name);
    let set = Ident::new("fields", Span::mixed_site());
    let fields = fields(model).map(|field| {
        let name = detached(&field.name);
        match &field.column {
            Some(column) if restricted.contains(&name) => {
                let position = column.position;
                quote!(#name: ::guard_runtime::model::Shown::when(self.#name, #set.has(#position)))
            }
            _ => quote!(#name: self.#name),
        }
    });
    quote! {
        type Readable = #view;

        fn readable(self, #set: &::guard_runtime::model::FieldSet) -> Self::Readable {
            #view { #(#fields,)* }
        }
    }
}

fn view_name(name: &Ident) -> Ident {
    format_ident!("{}View", name, span = Span::call_site())
}

fn fields(model: &Model) -> impl Iterator<Item = &Field> {
    let fields = model.fields.iter();
    fields.filter(|field| !model.is_taken_out(field))
}

/// The fields that not all may read; nothing if there is none.
pub(crate) fn restricted(model: &Model, access: &Access) -> Option<Vec<Ident>> {
    let rules = access.request.fields.iter();
    let rules = rules.filter(|it| it.way == Way::Read);
    let names = rules.flat_map(|it| &it.fields);
    let names = names
        .filter_map(|name| model.column(name))
        .map(|(field, _)| field.name.clone());
    let names = names.collect::<Vec<_>>();
    (!names.is_empty()).then_some(names)
}
