//! The macro that carries a declaration to its users.

use std::hash::{DefaultHasher, Hash, Hasher};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Visibility;
use syn::ext::IdentExt as _;

use crate::handler::detached;

/// A macro that goes by the name of the module and is imported with it. The rules see what a user
/// asks as `$($request)*`.
pub(crate) fn callback(vis: &Visibility, name: &Ident, rules: &TokenStream) -> TokenStream {
    // Exported macros share one namespace per crate: tell the invocations apart.
    let mut hasher = DefaultHasher::new();
    format!("{:?}", Span::call_site()).hash(&mut hasher);
    name.to_string().hash(&mut hasher);
    let hidden = format_ident!(
        "__guard_{}_{:016x}",
        name.unraw().to_string(),
        hasher.finish(),
        span = Span::call_site()
    );
    let export = matches!(vis, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let vis = match vis {
        Visibility::Inherited => quote!(pub(self)),
        vis => vis.to_token_stream(),
    };
    let name = detached(name);
    quote! {
        #[doc(hidden)]
        #export
        macro_rules! #hidden {
            #rules
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        #vis use #hidden as #name;
    }
}

/// What a declaration with a mistake answers: models are told that nothing is granted, and gates that
/// nobody passes. So it alone is reported.
pub(crate) fn unsound() -> TokenStream {
    quote! {
        (model $($request:tt)*) => {
            ::guard_runtime::__private::closed_model! { model $($request)* }
        };
        (env $($request:tt)*) => {
            ::guard_runtime::__private::closed_model! { env $($request)* }
        };
        (role $($request:tt)*) => { &[] };
        ($($request:tt)*) => { ::guard_runtime::__private::Unresolved };
    }
}
