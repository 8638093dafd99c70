//! Compares the names in a gate with those declared.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream, Result};
use syn::{LitStr, Path, braced};

use super::Sort;
use crate::gate::{Arguments, gate_type};

/// `group "declared names" { path of the declaration } { arguments } loud`
struct Call {
    sort: Sort,
    declared: LitStr,
    path: Path,
    args: TokenStream,
    loud: bool,
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let sort = input.parse::<Ident>()?;
        Ok(Self {
            sort: if sort == "role" {
                Sort::Role
            } else {
                Sort::Group
            },
            declared: input.parse()?,
            path: syn::parse2(braces(input)?)?,
            args: braces(input)?,
            loud: input.parse::<Ident>()? == "loud",
        })
    }
}

fn braces(input: ParseStream<'_>) -> Result<TokenStream> {
    let content;
    braced!(content in input);
    content.parse()
}

/// The gate as a type, or the mistakes in place of it.
pub(crate) fn resolve(input: TokenStream) -> TokenStream {
    let call = match syn::parse2::<Call>(input) {
        Ok(call) => call,
        Err(error) => return error.into_compile_error(),
    };
    let declared = call.declared.value();
    let arguments = Arguments::parse(call.args, call.sort, Some(&declared));
    match arguments.errors.into_compile_error() {
        None => gate_type(&arguments.expr, call.sort, &call.path),
        // Stands in for any gate, so that the compiler has nothing to add.
        Some(errors) if call.loud => quote! {
            ::guard_runtime::__private::Mistaken<{ #errors }>
        },
        Some(_) => quote!(::guard_runtime::__private::Unresolved),
    }
}
