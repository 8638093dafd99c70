//! Writes the module of a declaration, and the macro of the same name that carries it to gates.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use super::check::check;
use super::declaration::{Declaration, Entry};
use super::grants::Way;
use super::{BUILT_IN, Sort, declared};
use crate::callback::{callback, unsound};
use crate::diagnostics::Errors;
use crate::docs::description;
use crate::handler::detached;
use crate::module::Module;

pub(crate) fn declare(input: TokenStream, sort: Sort) -> TokenStream {
    let mut errors = Errors::default();
    let mut declaration = Declaration::parse(input, sort, &mut errors);
    check(&declaration.entries, sort, &mut errors);
    let sound = errors.is_empty();
    if !sound {
        forget_mistakes(&mut declaration.entries, sort);
    }
    let module = module(&declaration, sort);
    let Module { vis, name, .. } = &declaration.module;
    let callback = callback(vis, name, &rules(&declaration, sort, sound));
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
    let Module {
        attrs, vis, name, ..
    } = &declaration.module;
    let entries = &declaration.entries;
    let way = Way::of(declaration);
    let import = way.as_ref().and_then(|way| way.import.as_ref());
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
        let (name, description) = (entry.name.unraw().to_string(), description(&entry.attrs));
        if let Some(way) = way.as_ref().filter(|_| !entry.grants.is_empty()) {
            let grants = way.grants(&entry.grants);
            return quote!(::guard_runtime::__private::role_entry(#name, #description, #grants));
        }
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
        _ => (quote!(Roles), quote!(roles), "All roles."),
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
        #import

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
        Sort::Role | Sort::Permission | Sort::Attribute => quote! {
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

/// What the macro of the same name answers to gates.
fn rules(declaration: &Declaration, sort: Sort, sound: bool) -> TokenStream {
    if !sound {
        return unsound();
    }
    let sort = Ident::new(sort.name(), Span::call_site());
    let names = declared::write(&declaration.entries);
    quote! {
        ($($request:tt)*) => {
            ::guard_runtime::__private::resolve_names! { #sort #names $($request)* }
        };
    }
}
