//! What a handler's signature may be, and how one that may not be is mended behind its error.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{
    Attribute, FnArg, Pat, PatIdent, Receiver, ReceiverKind, ReturnType, Safety, Token, Type,
    parse_quote,
};

use crate::diagnostics::{Errors, place as say};
use crate::handler::{Handler, first_span};

/// How many extractors actix-web hands to a function.
const MOST_EXTRACTORS: usize = 16;

/// One parameter: `web::Path(id): web::Path<u32>`.
pub(crate) struct Extractor {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) pat: Pat,
    pub(crate) ty: Type,
}

/// The parameters of a handler; notes what makes the function none.
pub(crate) fn extractors(handler: &Handler, errors: &mut Errors) -> Vec<Extractor> {
    let sig = &handler.sig;
    if let Safety::Unsafe(token) = &sig.safety {
        errors.push(say::unsafe_handler(token.span));
    }
    if sig.asyncness.is_none() && !returns_future(&sig.output) {
        errors.push(say::not_async(sig.fn_token.span));
    }
    let mut extractors = Vec::new();
    for argument in &sig.inputs {
        match argument {
            FnArg::Receiver(receiver) => {
                errors.push(say::has_receiver(receiver.self_token.span));
                extractors.push(Extractor {
                    attrs: Vec::new(),
                    pat: Pat::Ident(PatIdent {
                        attrs: Vec::new(),
                        by_ref: None,
                        mutability: receiver.mutability,
                        ident: stand_in(),
                        subpat: None,
                    }),
                    ty: type_of(receiver),
                });
            }
            FnArg::Typed(typed) => {
                let is_cfg = |attr: &&Attribute| attr.path().is_ident("cfg");
                if let Some(attr) = typed.attrs.iter().find(is_cfg) {
                    errors.push(say::conditional_extractor(first_span(attr)));
                }
                if extractors.len() == MOST_EXTRACTORS {
                    let at = first_span(&typed.pat);
                    errors.push(say::too_many_extractors(at, MOST_EXTRACTORS));
                }
                extractors.push(Extractor {
                    attrs: typed.attrs.clone(),
                    pat: (*typed.pat).clone(),
                    ty: (*typed.ty).clone(),
                });
            }
        }
    }
    if let Some(variadic) = &sig.variadic {
        errors.push(say::variadic(first_span(variadic)));
    }
    extractors
}

/// Makes a handler of what is none, so that the framework finds nothing more to say.
pub(crate) fn mend(handler: &mut Handler, extractors: &mut [Extractor]) {
    let sig = &mut handler.sig;
    if !returns_future(&sig.output) {
        sig.asyncness
            .get_or_insert_with(|| Token![async](Span::call_site()));
    }
    sig.safety = Safety::Default;
    sig.variadic = None;
    if sig.receiver().is_some() {
        let body = without_self(handler.body.stream());
        handler.replace_body(body);
    }
    for extractor in extractors {
        extractor.attrs.retain(|attr| !attr.path().is_ident("cfg"));
    }
}

/// What stands in for `self`.
fn stand_in() -> Ident {
    Ident::new("this", Span::mixed_site())
}

fn type_of(receiver: &Receiver) -> Type {
    match &receiver.kind {
        ReceiverKind::Reference(_, _, mutability) => parse_quote!(&'static #mutability Self),
        ReceiverKind::Typed(_, ty) => (**ty).clone(),
        _ => parse_quote!(Self),
    }
}

fn without_self(tokens: TokenStream) -> TokenStream {
    let replace = |token| match token {
        TokenTree::Ident(name) if name == "self" => stand_in().into(),
        TokenTree::Group(group) => {
            let mut replaced = Group::new(group.delimiter(), without_self(group.stream()));
            replaced.set_span(group.span());
            replaced.into()
        }
        token => token,
    };
    tokens.into_iter().map(replace).collect()
}

/// `-> impl Future<…>`, `-> LocalBoxFuture<…>`, `-> Ready<…>`: a handler without `async`.
fn returns_future(output: &ReturnType) -> bool {
    fn mentions(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(name) => {
                let name = name.to_string();
                name.ends_with("Future") || name == "Ready"
            }
            TokenTree::Group(group) => mentions(group.stream()),
            _ => false,
        })
    }
    mentions(quote!(#output))
}
