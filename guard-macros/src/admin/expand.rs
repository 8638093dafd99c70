//! Writes what is declared of a struct as implementations beside it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::declaration::Declaration;
use super::shown::Shown;
use super::{Kind, gates, parts};
use crate::diagnostics::Errors;
use crate::gate;
use crate::handler::{detached, first_span};

/// What the attribute makes of a struct.
pub(crate) fn attribute(kind: Kind, args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let declaration = Declaration::read(kind, args, item, &mut errors);
    let item = &declaration.item.tokens;
    let receipts = &declaration.item.gates.receipts;
    let is_sound = errors.is_empty();
    // What the struct depends on, all that is written beside it does.
    let cfgs = declaration.item.attrs.iter();
    let cfgs = cfgs.filter(|it| it.path().is_ident("cfg"));
    let cfgs = quote!(#(#cfgs)*);
    let made = declaration.item.name.as_ref().map(|name| {
        let editors = in_editors(&declaration, &detached(name));
        let name = placed(name);
        let made = if is_sound {
            open(&declaration, &name)
        } else {
            closed(&declaration, &name, true)
        };
        quote! {
            #cfgs
            #[allow(unexpected_cfgs)]
            const _: () = {
                #[cfg(rust_analyzer)]
                const _: () = { #editors };
                #[cfg(not(rust_analyzer))]
                const _: () = { #made };
            };
        }
    });
    let errors = errors.into_compile_error();
    quote!(#errors #item #receipts #made)
}

/// The name with a span of ours, and in its place: what the compiler says of the struct points there.
fn placed(name: &Ident) -> Ident {
    let at = Span::call_site().located_at(name.span());
    let mut name = name.clone();
    name.set_span(at);
    name
}

fn open(declaration: &Declaration, name: &Ident) -> TokenStream {
    let holds = holds(declaration.kind, name);
    let own = own(declaration, name, true, true);
    let probe = declaration.shown.as_ref().map(|it| it.probe(name));
    if declaration.kind == Kind::Action {
        return quote! {
            #own
            ::guard_runtime::__private::submit! {
                ::guard_runtime::admin::generated::action::<#name>()
            }
        };
    }
    let parts = parts::parts(declaration, name);
    // A type of which there is never a value is one that is never made, to the compiler.
    let made =
        (!declaration.kind.has_form()).then(|| quote!(const _: fn() -> #name = || #name {};));
    quote! {
        #parts
        #holds
        #own
        #probe
        #made

        ::guard_runtime::__private::submit! {
            PARTS.entry::<#name>()
        }
    }
}

/// What stands in place of it where there is a mistake: it lets nobody in, and has all that is asked
/// for, so that nothing but the mistake is reported.
fn closed(declaration: &Declaration, name: &Ident, is_placed: bool) -> TokenStream {
    let own = own(declaration, name, false, is_placed);
    if declaration.kind == Kind::Action {
        return own;
    }
    let holds = holds(declaration.kind, name);
    let probe = declaration.shown.as_ref();
    let probe = probe
        .filter(|it| it.model.is_some())
        .map(|it| it.probe(name));
    let gates = gates::list(requests(declaration), false);
    quote! {
        const _: &[&::guard_runtime::Requirement] = #gates;

        #[automatically_derived]
        impl ::guard_runtime::admin::Declared for #name {
            const NODE: &'static ::guard_runtime::admin::Node =
                ::guard_runtime::admin::generated::CLOSED;
        }

        #holds
        #own
        #probe
    }
}

/// What editors see: the words of the user as plain code, and none of ours in their places.
fn in_editors(declaration: &Declaration, name: &Ident) -> TokenStream {
    let named = gates::named(requests(declaration));
    let under = declaration.under.iter();
    let closed = closed(declaration, name, false);
    quote! {
        #named
        #(const _: fn(#under) = |_| {};)*
        #closed
    }
}

/// All gates that are spoken of.
fn requests(declaration: &Declaration) -> impl Iterator<Item = &gate::Request> {
    let shown = declaration.shown.iter().flat_map(Shown::requests);
    declaration.item.gates.requests.iter().chain(shown)
}

fn holds(kind: Kind, name: &Ident) -> TokenStream {
    let traits: &[&str] = match kind {
        Kind::Site => &["HoldsApps", "HoldsPages"],
        kind if kind.holds_pages() => &["HoldsPages"],
        _ => &[],
    };
    let traits = traits.iter().map(|it| format_ident!("{it}"));
    quote!(#(#[automatically_derived] impl ::guard_runtime::admin::#traits for #name {})*)
}

/// What the kind of the struct declares beside its node.
fn own(declaration: &Declaration, name: &Ident, is_sound: bool, is_placed: bool) -> TokenStream {
    let form = declaration.kind.has_form() && declaration.item.is_struct;
    let form = form.then(|| parts::form(declaration, name));
    let page = declaration.shown.as_ref().map(|shown| {
        let missing = || quote!(::guard_runtime::admin::generated::NoModel);
        let entity = shown.model.as_ref().map_or_else(missing, |path| {
            let at = if is_placed {
                first_span(path)
            } else {
                Span::call_site()
            };
            let at = Span::call_site().located_at(at);
            let entity = quote_spanned!(at=> ::Entity);
            quote!(#path #entity)
        });
        let shown = if is_sound {
            let shown = shown.tokens();
            quote!(&#shown)
        } else {
            quote!(::guard_runtime::admin::generated::NOTHING)
        };
        quote! {
            #[automatically_derived]
            impl ::guard_runtime::admin::DeclaredModelPage for #name {
                type Entity = #entity;
                const SHOWN: &'static ::guard_runtime::admin::Shown = #shown;
            }
        }
    });
    let action = declaration.action.as_ref().map(|action| {
        let missing = || quote!(::guard_runtime::admin::generated::NoPage);
        let page = action.page.as_ref();
        let page = page.map_or_else(missing, ToTokens::to_token_stream);
        let words = parts::action(declaration, action, is_sound);
        quote! {
            #[automatically_derived]
            impl ::guard_runtime::admin::DeclaredAction for #name {
                type Page = #page;
                const ACTION: &'static ::guard_runtime::admin::ActionWords = &#words;
            }
        }
    });
    quote!(#form #page #action)
}
