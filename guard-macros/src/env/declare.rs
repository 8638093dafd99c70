//! Writes the module of the attributes, and the macro of the same name that carries it to rules.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::declaration::{Declaration, Entry};
use crate::callback::{callback, unsound};
use crate::diagnostics::Errors;
use crate::handler::{detached, first_span};
use crate::model::{Kind, last_name};
use crate::module::Module;
use crate::tokens::spelled;

pub(crate) fn declare(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let declaration = Declaration::parse(input, &mut errors);
    let sound = errors.is_empty();
    let module = module(&declaration);
    let Module { vis, name, .. } = &declaration.module;
    let rules = if sound {
        let text = text(&declaration.entries);
        quote! {
            ($($request:tt)*) => {
                ::guard_runtime::__private::resolve_env! { #text $($request)* }
            };
        }
    } else {
        unsound()
    };
    let callback = callback(vis, name, &rules);
    let errors = errors.into_compile_error();
    quote!(#errors #module #callback)
}

/// `region:String team_ids:[i64`, as [`super::Known`] reads it.
fn text(entries: &[Entry]) -> String {
    let entries = entries.iter().map(|entry| {
        let list = if entry.is_list { "[" } else { "" };
        let inner = crate::model::inside("Option", &entry.ty);
        let ty = last_name(inner.unwrap_or(&entry.ty)).unwrap_or_default();
        format!("{}:{list}{ty}", spelled(&entry.name))
    });
    entries.collect::<Vec<_>>().join(" ")
}

fn module(declaration: &Declaration) -> TokenStream {
    let Module {
        attrs, vis, name, ..
    } = &declaration.module;
    let entries = declaration.entries.iter().map(attribute);
    quote! {
        #(#attrs)*
        #[allow(dead_code, non_camel_case_types, unexpected_cfgs)]
        #vis mod #name {
            // The types mean what they mean where the declaration stands.
            #[allow(unused_imports, clippy::wildcard_imports)]
            use super::*;

            // So that editors complete these after `env.` as well.
            #[cfg(rust_analyzer)]
            pub use ::guard_runtime::__private::model::env_names::*;

            #(#entries)*
        }
    }
}

/// `pub struct region(pub String);`
fn attribute(entry: &Entry) -> TokenStream {
    let Entry {
        attrs,
        name,
        ty,
        is_list,
    } = entry;
    let used = detached(name);
    let text = name.unraw().to_string();
    let at = proc_macro2::Span::call_site().located_at(first_span(ty));
    let (held, marker) = if *is_list {
        (
            quote!(::std::vec::Vec<#ty>),
            quote! {
                impl ::guard_runtime::__private::model::ListAttribute for #used {
                    type Item = #ty;
                    const NAME: &'static str = #text;

                    fn held(&self) -> &[Self::Item] {
                        &self.0
                    }
                }
            },
        )
    } else {
        (
            quote!(#ty),
            quote_spanned! {at=>
                impl ::guard_runtime::__private::model::Attribute for #used {
                    type Held = #ty;
                    const NAME: &'static str = #text;

                    fn held(&self) -> &Self::Held {
                        &self.0
                    }
                }
            },
        )
    };
    // Of types of the application's own it is not known what they can do.
    let known = last_name(ty).is_some_and(|it| Kind::of_name(&it).is_some());
    let traits = if known {
        quote!(#[derive(Clone, Debug, PartialEq, Eq)])
    } else {
        quote!(#[allow(missing_debug_implementations)])
    };
    quote! {
        #(#attrs)*
        #traits
        pub struct #name(pub #held);

        #marker
    }
}
