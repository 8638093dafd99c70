//! Answers what a model asks of the attributes.

use proc_macro2::TokenStream;
use syn::LitStr;
use syn::parse::{ParseStream, Parser};

use crate::diagnostics::env as say;
use crate::model;
use crate::names::{Sort, braces};

/// `"declared attributes" env …` of a model; of a gate, which looks for groups, what is not there.
pub(crate) fn resolve(input: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| {
        let declared = input.parse::<LitStr>()?.value();
        if input.peek(syn::Ident) {
            return model::answer(Sort::Attribute, &declared, input);
        }
        let path = braces(input)?;
        input.parse::<TokenStream>()?;
        Err(say::no_names(crate::handler::first_span(&path)))
    };
    let resolved = parser.parse2(input);
    resolved.unwrap_or_else(syn::Error::into_compile_error)
}
