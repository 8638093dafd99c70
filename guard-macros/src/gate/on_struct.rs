//! A gate above a part of an admin tree, which takes it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::parse::Parser;

use super::Kind;
use crate::admin;

/// The item with the gate below the attribute of the admin tree, if one follows: that takes the gates
/// off, wherever they stood.
pub(crate) fn taken(kind: Kind, args: &TokenStream, item: TokenStream) -> Option<TokenStream> {
    let (attrs, rest) = admin::split.parse2(item).ok()?;
    let is_part = attrs.iter().any(|it| admin::Kind::of(it.path()).is_some());
    is_part.then(|| {
        let kind = Ident::new(&kind.to_string(), Span::call_site());
        let args = (!args.is_empty()).then(|| quote!((#args)));
        quote!(#(#attrs)* #[::guard_runtime::#kind #args] #rest)
    })
}
