//! Attributes of the struct and its fields, and what of them the view gets.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

use super::derives::Derives;
use super::item::Field;

/// What a view derives if its struct does.
const DERIVES: [&str; 6] = ["Clone", "Debug", "PartialEq", "Eq", "Serialize", "ToSchema"];

/// The first words in all attributes of this name: `rename` of `#[serde(rename = "…")]`.
pub(crate) fn words(attrs: &[Attribute], name: &str) -> Vec<Ident> {
    let attrs = attrs.iter().filter(|it| it.path().is_ident(name));
    let parse = Punctuated::<Meta, Token![,]>::parse_terminated;
    let metas = attrs.filter_map(|it| it.parse_args_with(parse).ok());
    let words = metas
        .flatten()
        .filter_map(|it| it.path().get_ident().cloned());
    words.collect()
}

/// The derives of a view, and what the struct tells them.
pub(crate) fn of_struct(derives: &Derives, attrs: &[Attribute], sound: bool) -> TokenStream {
    let paths = DERIVES.iter().filter_map(|it| derives.find(it));
    let paths = paths.collect::<Vec<_>>();
    let derive = (!paths.is_empty()).then(|| quote!(#[derive(#(#paths),*)]));
    let copied = sound.then(|| copied(derives, attrs));
    quote!(#derive #copied)
}

/// What the view tells of a field.
pub(crate) fn of_field(derives: &Derives, field: &Field, restricted: bool) -> TokenStream {
    let docs = field.attrs.iter().filter(|it| it.path().is_ident("doc"));
    let copied = copied(derives, &field.attrs);
    let hidden = (restricted && derives.has("Serialize")).then(
        || quote!(#[serde(skip_serializing_if = "::guard_runtime::model::Shown::is_hidden")]),
    );
    let is_described = words(&field.attrs, "schema")
        .iter()
        .any(|it| it == "value_type");
    let schema = (restricted && derives.has("ToSchema") && !is_described).then(|| {
        let ty = &field.ty;
        quote!(#[schema(value_type = #ty, required = false)])
    });
    quote!(#(#docs)* #copied #hidden #schema)
}

/// What a view tells of a field where there is a mistake: nothing that could be one of its own.
pub(crate) fn of_mistaken_field(derives: &Derives) -> TokenStream {
    let serde = derives.has("Serialize").then(|| quote!(#[serde(skip)]));
    let schema = derives
        .has("ToSchema")
        .then(|| quote!(#[schema(value_type = String)]));
    quote!(#serde #schema)
}

fn copied(derives: &Derives, attrs: &[Attribute]) -> TokenStream {
    let attrs = attrs.iter().filter(|it| {
        let path = it.path();
        path.is_ident("serde") && derives.has("Serialize")
            || path.is_ident("schema") && derives.has("ToSchema")
    });
    quote!(#(#attrs)*)
}
