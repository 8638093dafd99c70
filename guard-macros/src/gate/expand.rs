//! Rewrites a handler so that its gates decide before any of its extractors runs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Result};
use syn::punctuated::Punctuated;
use syn::{LitStr, Meta, Token, braced, parse_quote};

use super::Kind;
use super::expr::combine;
use super::merge::Gates;
use super::request::Request;
use crate::diagnostics::Errors;
use crate::handler::{Extractor, Handler, Route};

/// The attribute that `merge` left at the bottom.
pub(crate) fn expand_merged(args: TokenStream, item: TokenStream) -> TokenStream {
    let parsed = syn::parse2::<Gates>(args)
        .and_then(|gates| syn::parse2::<Handler>(item.clone()).map(|handler| (gates, handler)));
    match parsed {
        Ok((gates, handler)) => match handler.extractors() {
            Ok(extractors) => expand(&gates, handler, extractors),
            Err(errors) => {
                let errors = errors.into_compile_error();
                quote!(#errors #item)
            }
        },
        Err(error) => {
            let error = error.into_compile_error();
            quote!(#error #item)
        }
    }
}

impl Parse for Gates {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let (requests, routes, mistaken);
        braced!(requests in input);
        braced!(routes in input);
        braced!(mistaken in input);
        // What cannot be parsed a second time was reported the first time.
        let mut errors = Errors::default();
        let mut gates = Self::default();
        for meta in Punctuated::<Meta, Token![,]>::parse_terminated(&requests)? {
            if let Some(kind) = Kind::of(meta.path()) {
                let attr = parse_quote!(#[#meta]);
                gates
                    .requests
                    .push(Request::of_attribute(kind, &attr, &mut errors));
            }
        }
        while !routes.is_empty() {
            gates.routes.push(Route {
                method: routes.parse::<LitStr>()?.value(),
                path: routes.parse()?,
            });
        }
        gates.mistaken = !mistaken.is_empty() || !errors.is_empty();
        mistaken.parse::<TokenStream>()?;
        Ok(gates)
    }
}

/// `async fn h(a: A) -> R { … }` becomes
/// `async fn h(guarded: Guarded<Gate, (A,)>) -> R { let (a,) = guarded.into_inner(); … }`.
pub(crate) fn expand(
    gates: &Gates,
    mut handler: Handler,
    extractors: Vec<Extractor>,
) -> TokenStream {
    let gate = gates.gate_type(true);
    let types = extractors.iter().map(|it| &it.ty);
    let guarded = Ident::new("guarded", Span::mixed_site());
    handler.sig.inputs = if extractors.is_empty() {
        parse_quote!(_: ::guard_runtime::__private::Guarded<#gate, ()>)
    } else {
        parse_quote!(#guarded: ::guard_runtime::__private::Guarded<#gate, (#(#types,)*)>)
    };
    let unpack = (!extractors.is_empty()).then(|| {
        let attrs = extractors.iter().flat_map(|it| &it.attrs);
        let patterns = extractors.iter().map(|it| &it.pat);
        quote!(#(#attrs)* let (#(#patterns,)*) = #guarded.into_inner();)
    });
    let entry = (!gates.mistaken).then(|| gates.entry(&handler));
    let mirror = gates.mirror();
    if mirror.is_some() {
        handler.attrs.push(parse_quote!(#[allow(unexpected_cfgs)]));
    }
    handler.prepend(&quote!(#mirror #entry #unpack));
    handler.into_token_stream()
}

impl Gates {
    fn gate_type(&self, loud: bool) -> TokenStream {
        if self.mistaken {
            return quote!(::guard_runtime::__private::Unresolved);
        }
        match self.requests.as_slice() {
            [only] => only.gate_type(loud),
            requests => combine(
                false,
                requests.iter().map(|it| it.gate_type(loud)).collect(),
            ),
        }
    }

    /// The handler's row in the registry of gates.
    fn entry(&self, handler: &Handler) -> TokenStream {
        let gate = self.gate_type(false);
        let name = handler.sig.ident.to_string();
        let methods = self.routes.iter().map(|route| &route.method);
        let paths = self.routes.iter().map(|route| route.path.value());
        quote! {
            ::guard_runtime::__private::submit! {
                ::guard_runtime::__private::handler_entry::<#gate>(
                    #name,
                    ::core::module_path!(),
                    ::core::file!(),
                    ::core::line!(),
                    &[#((#methods, #paths)),*],
                )
            }
        }
    }

    /// For rust-analyzer alone, which sees through no macro in a signature: the names as plain
    /// paths, for completion, hover, go-to-definition and renaming.
    fn mirror(&self) -> Option<TokenStream> {
        let paths = self
            .requests
            .iter()
            .filter_map(|request| request.names.as_ref())
            .flat_map(super::request::Named::paths)
            .collect::<Vec<_>>();
        (!paths.is_empty()).then(|| {
            quote! {
                const _: () = {
                    #[cfg(rust_analyzer)]
                    { #(let _ = #paths;)* }
                };
            }
        })
    }
}
