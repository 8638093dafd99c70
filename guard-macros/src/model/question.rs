//! An attribute on its way through the declarations that it asks.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::LitStr;
use syn::parse::{ParseStream, Result};

use super::access::{Access, Declarations};
use super::expand::{closed, expand};
use super::fragments::visible;
use crate::names::{Sort, braces};

/// What is asked of a declaration.
pub(super) struct Question {
    pub(super) word: Ident,
    pub(super) path: TokenStream,
    /// The text of the groups, where they have answered.
    pub(super) groups: Option<String>,
    pub(super) written: Written,
}

impl Question {
    pub(super) fn parse(input: ParseStream<'_>) -> Result<Self> {
        Ok(Self {
            word: input.parse()?,
            path: braces(input)?,
            groups: syn::parse2::<Option<LitStr>>(braces(input)?)?.map(|it| it.value()),
            written: Written {
                args: braces(input)?,
                item: braces(input)?,
            },
        })
    }
}

/// The attribute and the struct as they are written.
pub(super) struct Written {
    args: TokenStream,
    item: TokenStream,
}

impl Written {
    pub(super) fn new(args: TokenStream, item: TokenStream) -> Self {
        let args = visible(args);
        Self { args, item }
    }

    pub(super) fn args(&self) -> &TokenStream {
        &self.args
    }

    pub(super) fn item(&self) -> &TokenStream {
        &self.item
    }

    pub(super) fn read(&self, known: Declarations<'_>) -> Access {
        Access::read(self.args.clone(), self.item.clone(), known)
    }

    /// Without a word about mistakes.
    pub(super) fn closed(&self) -> TokenStream {
        let access = self.read(Declarations::default());
        let model = access.model.as_ref();
        model
            .map(|model| closed(&access, model))
            .unwrap_or_default()
    }

    /// What has to be asked next, after what has been `asked` last.
    pub(super) fn question(
        &self,
        access: &Access,
        known: Declarations<'_>,
        asked: Option<Sort>,
    ) -> Option<TokenStream> {
        let Self { args, item } = self;
        let (groups, env) = (&access.request.groups, &access.request.env);
        if asked.is_none() && groups.is_known && access.asks_groups() {
            let path = &groups.path;
            return Some(quote!(#path! { model { #path } {} { #args } { #item } }));
        }
        if asked != Some(Sort::Attribute) && env.is_known && access.asks_env() {
            let (path, groups) = (&env.path, known.groups);
            return Some(quote!(#path! { env { #path } { #groups } { #args } { #item } }));
        }
        None
    }

    pub(super) fn unasked(&self) -> TokenStream {
        let Self { args, item } = self;
        quote!(::guard_runtime::__private::model_access! { model {} {} { #args } { #item } })
    }

    /// What is made of it when all is known.
    pub(super) fn made(access: Access) -> TokenStream {
        let errors = access.errors.is_empty();
        match &access.model {
            Some(model) if errors => expand(&access, model),
            model => {
                let closed = model.as_ref().map(|model| closed(&access, model));
                let errors = access.errors.into_compile_error();
                quote!(#errors #closed)
            }
        }
    }
}
