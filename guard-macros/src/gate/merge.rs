//! Gathers the gates of one handler into a single attribute below all others.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Attribute;

use super::request::Request;
use super::{Kind, expand};
use crate::diagnostics::{self as say, Errors};
use crate::handler::{Handler, Route, detached, first_span, is_route};

/// The gates of one handler and what the registry wants to know of it.
#[derive(Default)]
pub(crate) struct Gates {
    pub(crate) requests: Vec<Request>,
    pub(crate) routes: Vec<Route>,
    /// A mistake was reported: expand to something that adds no second one.
    pub(crate) mistaken: bool,
}

pub(crate) fn merge(kind: Kind, args: TokenStream, item: TokenStream) -> TokenStream {
    let Ok(mut handler) = syn::parse2::<Handler>(item.clone()) else {
        return not_a_handler(kind, item);
    };
    let mut errors = Errors::default();
    let mut gates = Gates::default();
    gates
        .requests
        .push(Request::of_call(kind, args, &mut errors));
    let mut absorbed = Vec::new();
    handler.attrs.retain(|attr| match Kind::of(attr.path()) {
        Some(kind) => {
            gates
                .requests
                .push(Request::of_attribute(kind, attr, &mut errors));
            absorbed.push(attr.path().clone());
            false
        }
        None => true,
    });
    check_combination(&gates.requests, &mut errors);
    // The imports of absorbed attributes would look unused.
    handler.prepend(&quote!(#(#[allow(unused_imports)] use #absorbed as _;)*));
    gates.routes = handler.routes();
    let extractors = match handler.extractors() {
        Ok(extractors) => extractors,
        Err(more) => {
            // No gate can be put into such a signature; the errors keep it from running.
            let errors = errors.into_compile_error();
            let more = more.into_compile_error();
            let mark = mark(&handler);
            return quote!(#errors #more #handler #mark);
        }
    };
    gates.mistaken = !errors.is_empty();
    let errors = errors.into_compile_error();
    let mark = mark(&handler);
    let guarded = if handler.attrs.iter().all(is_inert) {
        expand::expand(&gates, handler, extractors)
    } else {
        let args = gates.tokens();
        handler.attrs.push(syn::parse_quote! {
            #[::guard_runtime::__private::gates(#args)]
        });
        handler.into_token_stream()
    };
    quote!(#errors #guarded #mark)
}

fn not_a_handler(kind: Kind, item: TokenStream) -> TokenStream {
    let at = first_span(&item);
    let mut output = say::not_a_function(at, kind).into_compile_error();
    // The item stays, so that nothing else in the file loses it.
    output.extend(item);
    output
}

/// The route attributes make a type of the handler's name: it has a gate.
fn mark(handler: &Handler) -> Option<TokenStream> {
    // Where the route attribute fails, there is no type to mark.
    let becomes_type = handler.attrs.iter().any(is_route)
        && !matches!(handler.sig.output, syn::ReturnType::Default);
    let name = detached(&handler.sig.ident);
    becomes_type.then(|| quote!(impl ::guard_runtime::Gated for #name {}))
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

/// Gates that repeat or contradict each other.
fn check_combination(requests: &[Request], errors: &mut Errors) {
    for (position, request) in requests.iter().enumerate() {
        let above = requests.iter().take(position);
        if request.kind.sort().is_none() && above.clone().any(|it| it.kind == request.kind) {
            errors.push(say::gate_twice(request.span, request.kind));
            continue;
        }
        for other in above {
            check_pair(request, other, errors);
        }
    }
}

fn check_pair(request: &Request, above: &Request, errors: &mut Errors) {
    let (one, other) = (request.kind, above.kind);
    if one.is_open() || other.is_open() {
        let (open, closed) = match (one, other) {
            (Kind::NoAuth, _) => (one, other),
            (_, Kind::NoAuth) => (other, one),
            _ if one.is_open() => (one, other),
            _ => (other, one),
        };
        errors.push(say::contradiction(request.span, open, closed));
        return;
    }
    let names = |request: &Request| {
        let all = request.names.as_ref().map(|named| match &named.expr {
            super::Expr::All(parts) => parts
                .iter()
                .filter_map(|part| match part {
                    super::Expr::Name(name) => Some(name.to_string()),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        });
        let mut names = all.unwrap_or_default();
        if request.kind == Kind::RequiresInternal {
            names.push("core_internal".to_owned());
        }
        names
    };
    let (mine, theirs) = (names(request), names(above));
    let both = |a: &str, b: &str| {
        (mine.iter().any(|it| it == a) && theirs.iter().any(|it| it == b))
            || (mine.iter().any(|it| it == b) && theirs.iter().any(|it| it == a))
    };
    for (internal, other) in crate::names::EXCLUSIVE {
        if both(internal, other) {
            errors.push(say::never_both(request.span, internal, other));
        }
    }
}

impl Gates {
    /// `{ gates } { routes } { mistaken }`, which `expand` reads again.
    fn tokens(&self) -> TokenStream {
        let requests = self.requests.iter().map(Request::tokens);
        let methods = self.routes.iter().map(|route| &route.method);
        let paths = self.routes.iter().map(|route| &route.path);
        let mistaken = self.mistaken.then(|| quote!(mistaken));
        quote!({ #(#requests),* } { #(#methods #paths)* } { #mistaken })
    }
}
