//! Gathers the gates of one handler into a single attribute below all others.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{ParseStream, Parser, Result};
use syn::{Attribute, Path, Signature, Token, Visibility};

use super::check::check_combination;
use super::gates::Gates;
use super::on_struct::taken;
use super::{Kind, Request, expand};
use crate::diagnostics::{Errors, combination, place};
use crate::handler::{Handler, first_span};
use crate::signature::extractors;

pub(crate) fn merge(kind: Kind, args: TokenStream, item: TokenStream) -> TokenStream {
    if let Some(asked) = receipt_for(args.clone()) {
        return check_receipt(&asked, kind);
    }
    let Ok(mut handler) = syn::parse2::<Handler>(item.clone()) else {
        let taken = taken(kind, &args, item.clone());
        return taken.unwrap_or_else(|| not_a_handler(kind, item));
    };
    let mut errors = Errors::default();
    // A gate above this one that goes by another name here has sunk to the bottom already.
    let mut gates = take_sunk(&mut handler);
    let checked = gates.requests.len();
    gates
        .requests
        .push(Request::of_call(kind, args, &mut errors));
    let mut receipts = TokenStream::new();
    handler.attrs.retain(|attr| match Kind::of(attr.path()) {
        Some(kind) => {
            gates
                .requests
                .push(Request::of_attribute(kind, attr, &mut errors));
            receipts.extend(receipt(kind, attr.path()));
            false
        }
        None => true,
    });
    check_combination(&gates.requests, checked, &mut errors);
    extractors(&handler, &mut errors);
    gates.note_routes(&handler);
    handler.prepend(&receipts);
    let guarded = if handler.attrs.iter().all(is_inert) {
        expand::expand(&gates, handler)
    } else {
        // What other attributes say of the whole function points at its first token: ours.
        let at = Span::call_site().located_at(handler.sig.fn_token.span);
        handler.attrs.push(gates.attribute(at));
        handler.into_token_stream()
    };
    let errors = errors.into_compile_error();
    quote!(#errors #guarded)
}

/// What takes the place of an absorbed attribute: the attribute itself on nothing. So its import is
/// used, and a name that stands for another gate here is found out.
pub(crate) fn receipt(kind: Kind, path: &Path) -> TokenStream {
    let at = Span::call_site().located_at(first_span(path));
    let kind = Ident::new(&kind.to_string(), at);
    quote_spanned! {at=>
        #[#path(__absorbed #kind)]
        const _: () = ();
    }
}

fn receipt_for(args: TokenStream) -> Option<Ident> {
    let mut args = args.into_iter();
    match (args.next(), args.next(), args.next()) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Ident(kind)), None)
            if word == "__absorbed" =>
        {
            Some(kind)
        }
        _ => None,
    }
}

fn check_receipt(asked: &Ident, kind: Kind) -> TokenStream {
    let asked = asked.to_string();
    if asked == kind.to_string() {
        TokenStream::new()
    } else {
        combination::misnamed(&asked, kind).into_compile_error()
    }
}

fn take_sunk(handler: &mut Handler) -> Gates {
    let sunk = handler.attrs.iter().position(Gates::is);
    sunk.map(|position| handler.attrs.remove(position))
        .and_then(|attr| attr.parse_args().ok())
        .unwrap_or_default()
}

fn not_a_handler(kind: Kind, item: TokenStream) -> TokenStream {
    let find = |input: ParseStream<'_>| -> Result<_> {
        input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        let at = input.span();
        let is_struct = input.peek(Token![struct]);
        let declared = input.fork().parse::<Signature>().ok();
        let bodiless = declared.filter(|_| input.parse::<Signature>().is_ok());
        let bodiless = bodiless.filter(|_| input.peek(Token![;]));
        input.parse::<TokenStream>()?;
        Ok(match bodiless {
            Some(declared) => place::no_body(&declared.ident, kind),
            None if is_struct => place::on_a_struct(at, kind),
            None => place::not_a_function(at, kind),
        })
    };
    let error = find
        .parse2(item.clone())
        .unwrap_or_else(|error| place::not_a_function(error.span(), kind));
    let error = error.into_compile_error();
    // A closure is no item, after which another may stand.
    if matches!(item.clone().into_iter().next(), Some(TokenTree::Punct(bar)) if bar.as_char() == '|')
    {
        return quote!({ #error #item });
    }
    let mut output = error;
    // The item stays, so that nothing else in the file loses it.
    output.extend(item);
    output
}

/// Attributes that change nothing of the function, so that ours may expand above them.
fn is_inert(attr: &Attribute) -> bool {
    const INERT: [&str; 14] = [
        "allow",
        "automatically_derived",
        "cold",
        "deny",
        "deprecated",
        "diagnostic",
        "doc",
        "expect",
        "forbid",
        "inline",
        "must_use",
        "rustfmt",
        "track_caller",
        "warn",
    ];
    let segments = &attr.path().segments;
    segments.first().is_some_and(|first| {
        INERT.iter().any(|inert| first.ident == inert) || first.ident == "clippy"
    })
}
