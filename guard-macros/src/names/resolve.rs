//! Compares the names in a gate with those declared.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream, Result};
use syn::{Path, braced};

use super::Sort;
use super::declaration::Names;
use crate::diagnostics::{self as say, Errors};
use crate::gate::{Expr, gate_type};

/// `group { declared names } { path of the declaration } { request } loud`
struct Call {
    sort: Sort,
    declared: Vec<Ident>,
    path: Path,
    request: TokenStream,
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
            declared: syn::parse2::<Names>(braces(input)?)?.0,
            path: syn::parse2(braces(input)?)?,
            request: braces(input)?,
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
    let mut errors = Errors::default();
    let expr = Expr::parse_list(call.request.clone(), call.sort, &mut errors);
    for name in expr.names() {
        if !call.knows(name) {
            errors.push(say::unknown_name(name, call.sort, &call.known()));
        }
    }
    match errors.into_compile_error() {
        None => gate_type(&expr, call.sort, &call.path),
        // Stands in for any gate, so that the compiler has nothing to add.
        Some(errors) if call.loud => quote! {
            ::guard_runtime::__private::Mistaken<{ #errors }>
        },
        Some(_) => quote!(::guard_runtime::__private::Unresolved),
    }
}

impl Call {
    fn knows(&self, name: &Ident) -> bool {
        self.declared.contains(name) || self.sort.built_in().iter().any(|built_in| name == built_in)
    }

    fn known(&self) -> Vec<String> {
        self.declared
            .iter()
            .map(Ident::to_string)
            .chain(self.sort.built_in().iter().map(|name| (*name).to_owned()))
            .collect()
    }
}
