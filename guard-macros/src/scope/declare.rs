//! Writes the module of a declaration, and the macro of the same name that carries it to gates.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;
use syn::ext::IdentExt;

use super::check::{check, forget_mistakes};
use super::declaration::{Param, Resource, Scope};
use super::declared;
use super::verb::VERBS;
use crate::callback::{callback, unsound};
use crate::diagnostics::Errors;
use crate::docs::title_and_description;
use crate::handler::detached;
use crate::module::Module;
use crate::names::Sort;

pub(crate) fn declare(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let declared = Module::parse(input, Sort::Permission, &mut errors);
    let mut scopes = Scope::parse_all(declared.content.clone(), &mut errors);
    check(&scopes, &mut errors);
    let sound = errors.is_empty();
    if !sound {
        forget_mistakes(&mut scopes);
    }
    let module = module(&declared, &scopes);
    let rules = if sound {
        // One token however many permissions: it goes through every gate.
        let text = declared::write(&scopes);
        quote! {
            ($($request:tt)*) => {
                ::guard_runtime::__private::resolve_scopes! { #text $($request)* }
            };
        }
    } else {
        unsound()
    };
    let callback = callback(&declared.vis, &declared.name, &rules);
    let errors = errors.into_compile_error();
    quote!(#errors #module #callback)
}

fn module(
    Module {
        attrs, vis, name, ..
    }: &Module,
    scopes: &[Scope],
) -> TokenStream {
    let mut position = 0;
    let (rows, modules): (Vec<_>, Vec<_>) = scopes
        .iter()
        .map(|scope| {
            let first = position;
            let resources = || {
                let mut position = first;
                scope.resources.iter().map(move |resource| {
                    let first = position;
                    position += resource.mask().count_ones();
                    (first, resource)
                })
            };
            let permissions = scope.resources.iter().map(|it| it.mask().count_ones());
            position += permissions.sum::<u32>();
            let rows = resources().map(|(first, resource)| resource_row(resource, first));
            let row = scope_row(scope, rows);
            let modules = resources().map(|(first, it)| resource_module(scope, it, first));
            let docs = docs(&scope.attrs, || {
                format!("The scope `{}`.", scope.name.unraw())
            });
            let name = &scope.name;
            let module = quote! {
                #docs
                pub mod #name { #(#modules)* }
            };
            (row, module)
        })
        .unzip();
    quote! {
        #(#attrs)*
        #[allow(
            dead_code,
            missing_debug_implementations,
            non_camel_case_types,
            clippy::module_inception,
            clippy::upper_case_acronyms,
        )]
        #vis mod #name {
            /// All scopes, with what may be allowed in each.
            pub static SCHEMA: ::guard_runtime::Scopes =
                ::guard_runtime::__private::scopes(::core::module_path!(), &[#(#rows),*]);

            /// The declaration as a type.
            #[doc(hidden)]
            pub enum __Schema {}

            impl ::guard_runtime::Schema for __Schema {
                const SCHEMA: &'static ::guard_runtime::Scopes = &SCHEMA;
            }

            #(#modules)*
        }
    }
}

fn scope_row(scope: &Scope, resources: impl Iterator<Item = TokenStream>) -> TokenStream {
    let (title, description) = title_and_description(&scope.attrs, &scope.name);
    let name = scope.name.unraw().to_string();
    let param = match &scope.param {
        Some(Param::Named(param)) => {
            let param = param.unraw().to_string();
            quote!(::core::option::Option::Some(#param))
        }
        Some(Param::Mistaken) => quote!(::core::option::Option::Some("")),
        None => quote!(::core::option::Option::None),
    };
    let inherits = scope.inherits.iter().map(|inherited| {
        let scope = inherited.scope.unraw().to_string();
        let resource = inherited.resource.unraw().to_string();
        quote!((#scope, #resource))
    });
    quote! {
        ::guard_runtime::__private::scope(
            #name,
            #title,
            #description,
            #param,
            &[#(#inherits),*],
            &[#(#resources),*],
        )
    }
}

fn resource_row(resource: &Resource, first: u32) -> TokenStream {
    let (title, description) = title_and_description(&resource.attrs, &resource.name);
    let name = resource.name.unraw().to_string();
    let verbs = resource.mask();
    quote!(::guard_runtime::__private::resource(#name, #title, #description, #verbs, #first))
}

/// A type and a constant of the same name per permission, `scopes::admin::configuration::GET`.
fn resource_module(scope: &Scope, resource: &Resource, first: u32) -> TokenStream {
    let kind = if scope.is_global() {
        quote!(OfAll)
    } else {
        quote!(OfProject)
    };
    let of = format!("{}.{}", scope.name.unraw(), resource.name.unraw());
    let known = VERBS
        .into_iter()
        .filter_map(|known| resource.verbs.iter().find(|it| *it == known));
    let permissions = known.zip(first..).map(|(verb, index)| {
        let used = detached(verb);
        let docs = format!("The permission `{of}:{verb}`.");
        quote! {
            #[doc = #docs]
            pub type #verb = ::guard_runtime::__private::#kind<super::super::__Schema, #index>;
            #[doc = #docs]
            pub const #verb: #used = #used::new();
        }
    });
    let docs = docs(&resource.attrs, || format!("The resource `{of}`."));
    let name = &resource.name;
    quote! {
        #docs
        pub mod #name { #(#permissions)* }
    }
}

/// What the user says of it, or what can be said without.
fn docs(attrs: &[Attribute], otherwise: impl Fn() -> String) -> TokenStream {
    if attrs.iter().any(|attr| attr.path().is_ident("doc")) {
        return quote!(#(#attrs)*);
    }
    let docs = otherwise();
    quote!(#[doc = #docs] #(#attrs)*)
}
