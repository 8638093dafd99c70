//! Writes the module of a declaration, and the macro of the same name that carries it to gates.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Visibility;
use syn::ext::IdentExt;

use super::check::check;
use super::declaration::{Declaration, Entry};
use super::{BUILT_IN, Sort};
use crate::diagnostics::Errors;
use crate::handler::detached;

pub(crate) fn declare(input: TokenStream, sort: Sort) -> TokenStream {
    let mut errors = Errors::default();
    let mut declaration = Declaration::parse(input, sort, &mut errors);
    check(&declaration.entries, sort, &mut errors);
    let sound = errors.is_empty();
    if !sound {
        forget_mistakes(&mut declaration.entries, sort);
    }
    let module = module(&declaration, sort);
    let callback = callback(&declaration, sort, sound);
    let errors = errors.into_compile_error();
    quote!(#errors #module #callback)
}

/// Leaves what can stand, so that only the declaration is reported and not all who use it.
fn forget_mistakes(entries: &mut Vec<Entry>, sort: Sort) {
    let mut seen = HashSet::new();
    entries.retain(|entry| {
        let name = entry.name.to_string();
        let taken = name == "SCHEMA" || sort.built_in().contains(&name.as_str());
        !taken && seen.insert(name)
    });
    for entry in entries {
        entry.implies.clear();
    }
}

fn module(declaration: &Declaration, sort: Sort) -> TokenStream {
    let Declaration {
        attrs,
        vis,
        name,
        entries,
    } = declaration;
    let first = sort.built_in().len();
    let index = sort
        .built_in()
        .iter()
        .map(|name| (*name).to_owned())
        .chain(entries.iter().map(|entry| entry.name.to_string()))
        .zip(0_u32..)
        .collect::<HashMap<_, _>>();
    let types = entries
        .iter()
        .zip((0_u32..).skip(first))
        .map(|(entry, index)| unit_struct(entry, index, sort));
    let rows = entries.iter().map(|entry| {
        let (name, description) = (entry.name.unraw().to_string(), entry.description());
        let implied = entry
            .implies
            .iter()
            .filter_map(|name| index.get(&name.to_string()));
        quote!(::guard_runtime::__private::entry(#name, #description, &[#(#implied),*]))
    });
    let (schema, new, docs) = match sort {
        Sort::Group => (
            quote!(Groups),
            quote!(groups),
            "All groups, with what each implies.",
        ),
        Sort::Role => (quote!(Roles), quote!(roles), "All roles."),
    };
    let built_in = (sort == Sort::Group).then(|| {
        let names = BUILT_IN.map(|name| Ident::new(name, Span::call_site()));
        quote! {
            #[doc(inline)]
            #[allow(unused_imports)]
            pub use ::guard_runtime::groups::{#(#names),*};
        }
    });
    quote! {
        #(#attrs)*
        #[allow(non_camel_case_types)]
        #vis mod #name {
            #built_in

            #[doc = #docs]
            #[allow(dead_code)]
            pub static SCHEMA: ::guard_runtime::#schema =
                ::guard_runtime::__private::#new(::core::module_path!(), &[#(#rows),*]);

            #(#types)*
        }
    }
}

/// `pub struct sales_user;`, which is the group as a type and as a value.
fn unit_struct(entry: &Entry, index: u32, sort: Sort) -> TokenStream {
    let Entry { attrs, name, .. } = entry;
    let used = detached(name);
    let marker = match sort {
        Sort::Group => quote! {
            impl ::guard_runtime::Group for #used {
                const GROUP: ::guard_runtime::GroupRef =
                    ::guard_runtime::__private::group(&SCHEMA, #index);
            }
        },
        Sort::Role => quote! {
            impl ::guard_runtime::Role for #used {
                const ROLE: ::guard_runtime::RoleRef =
                    ::guard_runtime::__private::role(&SCHEMA, #index);
            }
        },
    };
    quote! {
        #(#attrs)*
        #[allow(dead_code)]
        #[derive(Clone, Copy, Debug)]
        pub struct #name;

        #marker
    }
}

/// A macro that goes by the name of the module and is imported with it.
fn callback(declaration: &Declaration, sort: Sort, sound: bool) -> TokenStream {
    let Declaration { vis, name, .. } = declaration;
    // Exported macros share one namespace per crate: tell the invocations apart.
    let mut hasher = DefaultHasher::new();
    format!("{:?}", Span::call_site()).hash(&mut hasher);
    name.to_string().hash(&mut hasher);
    let hidden = format_ident!(
        "__guard_{name}_{:016x}",
        hasher.finish(),
        span = Span::call_site()
    );
    let body = if sound {
        let sort = Ident::new(sort.name(), Span::call_site());
        let names = declaration
            .entries
            .iter()
            .map(|entry| entry.name.to_string());
        // One token however many names: it goes through every gate.
        let names = names.collect::<Vec<_>>().join(" ");
        quote!(::guard_runtime::__private::resolve_names! { #sort #names $($request)* })
    } else {
        quote!(::guard_runtime::__private::Unresolved)
    };
    let export = matches!(vis, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let vis = match vis {
        Visibility::Inherited => quote!(pub(self)),
        vis => vis.to_token_stream(),
    };
    let name = detached(name);
    quote! {
        #[doc(hidden)]
        #export
        macro_rules! #hidden {
            ($($request:tt)*) => { #body };
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        #vis use #hidden as #name;
    }
}
