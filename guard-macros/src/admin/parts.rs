//! Writes the values that an attribute declares.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::declaration::{Action, Declaration};
use super::{Kind, gates};
use crate::handler::first_span;
use crate::tokens::option;

/// The node and what belongs to it, as a constant: rustc looks at it once, whatever is asked of it.
pub(crate) fn parts(declaration: &Declaration, name: &Ident) -> TokenStream {
    let make = match declaration.kind {
        Kind::Site => "site",
        Kind::App => "app",
        Kind::Group => "group",
        Kind::ModelPage => "model_page",
        Kind::FormPage => "form_page",
        Kind::PlainPage | Kind::Action => "plain_page",
        Kind::Link => "link",
        Kind::AccessPage => "access_page",
    };
    let make = format_ident!("{make}");
    let parent = declaration.under.as_ref().map(|under| {
        let above = match declaration.kind {
            Kind::App => format_ident!("site_above"),
            _ => format_ident!("above"),
        };
        quote!(::guard_runtime::admin::generated::#above::<#under>(),)
    });
    let words = words(declaration, name);
    let to = declaration.to.as_ref().map(|to| quote!(, #to));
    let shows = declaration.shows.map(|shows| {
        let shows = format_ident!("{shows}");
        quote!(, ::guard_runtime::admin::generated::Shows::#shows)
    });
    // A tree that leads back to itself is a cycle of constants, which rustc shows at their tokens.
    let at = declaration
        .under
        .as_ref()
        .map_or_else(Span::call_site, |under| {
            Span::call_site().located_at(first_span(under))
        });
    quote_spanned! {at=>
        const PARTS: &::guard_runtime::admin::generated::Parts =
            &::guard_runtime::admin::generated::#make::<#name>(#parent #words #to #shows);

        #[automatically_derived]
        impl ::guard_runtime::admin::Declared for #name {
            const NODE: &'static ::guard_runtime::admin::Node = &PARTS.node;
        }
    }
}

fn words(declaration: &Declaration, name: &Ident) -> TokenStream {
    let words = &declaration.words;
    let (slug, title, order) = (&words.slug, &words.title, words.order);
    let description = &words.description;
    let independent = option(words.independent.as_ref().map(ToTokens::to_token_stream));
    let requests = &declaration.item.gates;
    let base = declaration.kind == Kind::Site && !requests.has_base();
    let gates = gates::list(&requests.requests, base);
    let line = quote_spanned!(name.span()=> ::core::line!());
    quote! {
        ::guard_runtime::admin::generated::Words {
            slug: #slug,
            title: #title,
            description: #description,
            order: #order,
            gates: #gates,
            independent: #independent,
            module: ::core::module_path!(),
            file: ::core::file!(),
            line: #line,
        }
    }
}

/// The implementation of `Form`.
pub(crate) fn form(declaration: &Declaration, name: &Ident) -> TokenStream {
    let fields = declaration.item.fields.iter().map(|field| {
        let (name, label, help) = (&field.name, &field.label, &field.help);
        let (optional, choices) = (field.optional, &field.choices);
        let input = format_ident!("{}", field.input);
        quote! {
            ::guard_runtime::admin::FormField {
                name: #name,
                label: #label,
                help: #help,
                input: ::guard_runtime::admin::Input::#input,
                optional: #optional,
                choices: &[#(#choices),*],
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl ::guard_runtime::admin::Form for #name {
            const FIELDS: &'static [::guard_runtime::admin::FormField] = &[#(#fields),*];
        }
    }
}

/// `ActionWords { … }`; where there is a mistake, nobody passes.
pub(crate) fn action(declaration: &Declaration, action: &Action, is_sound: bool) -> TokenStream {
    let words = &declaration.words;
    let (name, title, description) = (&words.slug, &words.title, &words.description);
    let target = format_ident!("{}", action.target);
    let confirm = option(action.confirm.as_ref().map(ToTokens::to_token_stream));
    let gates = gates::list(&declaration.item.gates.requests, false);
    let gates = if is_sound {
        gates
    } else {
        quote!({
            const _: &[&::guard_runtime::Requirement] = #gates;
            ::guard_runtime::admin::generated::NOBODY
        })
    };
    quote! {
        ::guard_runtime::admin::ActionWords {
            name: #name,
            title: #title,
            description: #description,
            target: ::guard_runtime::admin::Target::#target,
            confirm: #confirm,
            gates: #gates,
        }
    }
}
