//! Rewrites a handler so that its gates decide before any of its extractors runs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{FnArg, parse_quote};

use super::Request;
use super::expr::combine;
use super::gates::Gates;
use crate::diagnostics::{Errors, place as say};
use crate::handler::{Handler, detached};
use crate::signature::{extractors, mend};

/// The attribute that `merge` left at the bottom.
pub(crate) fn expand_merged(args: TokenStream, item: TokenStream) -> TokenStream {
    let handler = syn::parse2::<Handler>(item.clone());
    if let (Ok(gates), Ok(handler)) = (syn::parse2::<Gates>(args), handler) {
        return expand(&gates, handler);
    }
    let mut output = say::no_function_left().into_compile_error();
    output.extend(item);
    output
}

/// `async fn h(a: A) -> R { … }` becomes
/// `async fn h(guarded: Guarded<Gate, (A,)>) -> R { let (a,) = guarded.into_inner(); … }`.
pub(crate) fn expand(gates: &Gates, mut handler: Handler) -> TokenStream {
    // Mistakes in the signature were reported by the attribute itself.
    let mut mistakes = Errors::default();
    let mut extractors = extractors(&handler, &mut mistakes);
    let container = if mistakes.is_empty() {
        quote!(::guard_runtime::__private::Guarded)
    } else {
        mend(&mut handler, &mut extractors);
        quote!(::guard_runtime::__private::Rejected)
    };
    let gate = gates.gate_type(true);
    let types = extractors.iter().map(|it| &it.ty);
    let guarded = Ident::new("guarded", Span::mixed_site());
    if extractors.is_empty() {
        handler.sig.inputs = parse_quote!(_: #container<#gate, ()>);
    } else {
        handler.sig.inputs = parse_quote!(#guarded: #container<#gate, (#(#types,)*)>);
        let attrs = extractors.iter().flat_map(|it| &it.attrs);
        let patterns = extractors.iter().map(|it| &it.pat);
        handler.bind(&quote!(#(#attrs)* let (#(#patterns,)*) = #guarded.into_inner();));
    }
    if let Some(named) = gates.named() {
        handler.sig.inputs.insert(0, named);
        handler.attrs.push(parse_quote!(#[allow(unexpected_cfgs)]));
    }
    let mark = gates.mark(&handler);
    let entry = gates.entry(&handler);
    if mark.is_some() {
        // An item of the body that goes by the handler's name is not what has the gate.
        handler.enclose();
    }
    let document = gates.document(&handler);
    handler.prepend(&quote!(#mark #entry #document));
    handler.into_token_stream()
}

impl Gates {
    fn gate_type(&self, loud: bool) -> TokenStream {
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
        let name = handler.sig.ident.unraw().to_string();
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

    /// The type that `#[utoipa::path]` makes, wherever it stands, is to name the handler.
    fn document(&self, handler: &Handler) -> TokenStream {
        let gate = self.gate_type(false);
        let path = format_ident!("__path_{}", detached(&handler.sig.ident));
        quote!(::guard_runtime::__private::document! { #path, #gate })
    }

    /// The type that the route attribute makes of the handler's name has a gate. It is said inside
    /// the function, so that it stands and falls with the gate: an attribute in between that loses
    /// the gate loses the mark as well.
    fn mark(&self, handler: &Handler) -> Option<TokenStream> {
        let name = detached(&handler.sig.ident);
        self.makes_type.then(|| {
            quote! {
                const _: () = {
                    #[allow(non_local_definitions)]
                    impl ::guard_runtime::Gated for #name {}
                };
            }
        })
    }

    /// A parameter that rust-analyzer alone sees: the names as plain paths, for completion, hover,
    /// go-to-definition and renaming. It looks through the types of a signature while a name is only
    /// half typed, and not through macros there, nor into a body with a mistake.
    fn named(&self) -> Option<FnArg> {
        let paths = self.requests.iter().flat_map(Request::paths);
        let paths = paths.collect::<Vec<_>>();
        (!paths.is_empty()).then(|| {
            parse_quote! {
                #[cfg(rust_analyzer)]
                _: ::guard_runtime::__private::Named<(#(#paths,)*)>
            }
        })
    }
}
