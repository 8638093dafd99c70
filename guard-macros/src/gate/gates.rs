//! All gates of one handler, as the attribute at the bottom carries them.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream, Result};
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Meta, Token, braced, parse_quote, parse_quote_spanned};

use super::{Kind, Request};
use crate::diagnostics::Errors;
use crate::handler::Handler;
use crate::route::{self, Route};

/// The gates of one handler and what the registry wants to know of it.
#[derive(Default)]
pub(crate) struct Gates {
    pub(crate) requests: Vec<Request>,
    pub(crate) routes: Vec<Route>,
    /// Whether a route attribute makes a type of the handler's name.
    pub(crate) makes_type: bool,
}

impl Gates {
    /// Whether this is the attribute of which `Gates` are the arguments.
    pub(crate) fn is(attr: &Attribute) -> bool {
        let mut names = attr.path().segments.iter().rev().map(|it| &it.ident);
        names.next().is_some_and(|name| name == "gates")
            && names.next().is_some_and(|name| name == "__private")
    }

    pub(crate) fn note_routes(&mut self, handler: &Handler) {
        // Gates from above have seen all routes that are in sight here.
        if self.routes.is_empty() {
            self.routes = route::routes(handler);
        }
        self.makes_type |= route::makes_type(handler);
    }

    pub(crate) fn attribute(&self, at: Span) -> Attribute {
        let requests = self.requests.iter().map(Request::tokens);
        let methods = self.routes.iter().map(|route| &route.method);
        let paths = self.routes.iter().map(|route| &route.path);
        let makes_type = self.makes_type.then(|| quote!(makes_type));
        parse_quote_spanned! {at=>
            #[::guard_runtime::__private::gates(
                { #(#requests),* } { #(#methods #paths)* } { #makes_type }
            )]
        }
    }
}

impl Parse for Gates {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let (requests, routes, makes_type);
        braced!(requests in input);
        braced!(routes in input);
        braced!(makes_type in input);
        // Mistakes were reported by the attribute that wrote this.
        let mut reported = Errors::default();
        let mut gates = Self::default();
        for meta in Punctuated::<Meta, Token![,]>::parse_terminated(&requests)? {
            if let Some(kind) = Kind::of(meta.path()) {
                let attr = parse_quote!(#[#meta]);
                gates
                    .requests
                    .push(Request::of_attribute(kind, &attr, &mut reported));
            }
        }
        while !routes.is_empty() {
            gates.routes.push(Route {
                method: routes.parse::<LitStr>()?.value(),
                path: routes.parse()?,
            });
        }
        gates.makes_type = !makes_type.is_empty();
        makes_type.parse::<TokenStream>()?;
        Ok(gates)
    }
}
