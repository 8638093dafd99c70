//! Compares what stands in a gate with what is declared.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse::{ParseStream, Parser, Result};
use syn::{LitStr, Path, braced};

use super::Sort;
use crate::gate::{Arguments, gate_type};
use crate::model;

/// `group "declared names" { path of the declaration } { arguments } loud` of a gate,
/// `group "declared names" model …` of a model.
pub(crate) fn resolve(input: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| {
        let sort = input.parse::<Ident>()?;
        let sort = if sort == "role" {
            Sort::Role
        } else {
            Sort::Group
        };
        let declared = input.parse::<LitStr>()?.value();
        if input.peek(syn::Ident) {
            return model::answer(sort, &declared, input);
        }
        resolve_gate(sort, &declared, input)
    };
    let resolved = parser.parse2(input);
    resolved.unwrap_or_else(syn::Error::into_compile_error)
}

/// The gate as a type, or the mistakes in place of it.
pub(crate) fn resolve_gate(
    sort: Sort,
    declared: &str,
    input: ParseStream<'_>,
) -> Result<TokenStream> {
    let path: Path = syn::parse2(braces(input)?)?;
    let mut arguments = Arguments::parse(braces(input)?, sort, Some(declared));
    let voice = input.parse::<Ident>()?;
    if sort == Sort::Permission && voice == "global" {
        arguments.expr.check_global(declared, &mut arguments.errors);
    }
    Ok(match arguments.errors.into_compile_error() {
        None => gate_type(&arguments.expr, sort, &path),
        // Stands in for any gate, so that the compiler has nothing to add.
        Some(errors) if voice != "quiet" => quote! {
            ::guard_runtime::__private::Mistaken<{ #errors }>
        },
        Some(_) => quote!(::guard_runtime::__private::Unresolved),
    })
}

/// What stands between the next braces.
pub(crate) fn braces(input: ParseStream<'_>) -> Result<TokenStream> {
    let content;
    braced!(content in input);
    content.parse()
}
