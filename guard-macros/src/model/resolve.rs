//! Asks the application's declarations, one after the other, what an attribute needs to know.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser, Result};
use syn::{Attribute, ItemStruct};

use super::access::Declarations;
use super::expand::closed;
use super::names::named;
use super::question::{Question, Written};
use super::view::view;
use crate::diagnostics::model::{item as say_item, request as say};
use crate::handler::first_span;
use crate::names::Sort;

/// What the attribute makes of a struct.
pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let (item, twice) = take_second(item);
    let written = Written::new(args, item);
    let access = written.read(Declarations::default());
    let item = written.item();
    let model = access.model.as_ref();
    if model.is_some_and(|it| it.derives.is_extended()) {
        let error = say_item::extended(Span::call_site()).into_compile_error();
        return quote!(#error #item);
    }
    let Some(model) = model else {
        let errors = access.errors.into_compile_error();
        return quote!(#twice #item #errors);
    };
    let named = named(written.args(), &access.request, &model.name);
    let closed = closed(&access, model);
    let view = view(model, &access, access.errors.is_empty());
    let question = written.question(&access, Declarations::default(), None);
    let question = question.unwrap_or_else(|| written.unasked());
    // Editors see the names as plain code, and not what is made of them: there, generated words stand
    // at the places of the user's, where the compiler is to report what it finds.
    quote! {
        #item

        #[allow(unexpected_cfgs)]
        const _: () = {
            #[cfg(rust_analyzer)]
            #named
            #[cfg(rust_analyzer)]
            const _: () = {
                #closed
            };
            #[cfg(not(rust_analyzer))]
            const _: () = {
                #question
            };
        };

        #view
        #twice
    }
}

/// The struct without a second attribute of ours, and what is wrong with that.
fn take_second(item: TokenStream) -> (TokenStream, Option<TokenStream>) {
    let Ok(mut parsed) = syn::parse2::<ItemStruct>(item.clone()) else {
        return (item, None);
    };
    let is_ours = |attr: &Attribute| {
        let last = attr.path().segments.last();
        last.is_some_and(|it| it.ident == "model_access")
    };
    let Some(second) = parsed.attrs.iter().find(|it| is_ours(it)) else {
        return (item, None);
    };
    let error = say_item::twice(first_span(second.path())).into_compile_error();
    parsed.attrs.retain(|it| !is_ours(it));
    (parsed.into_token_stream(), Some(error))
}

/// `model { path } { "groups" } { arguments } { struct }`, asked of groups; with the word `env`, of
/// the attributes of the env. Whether there is what is asked for says the sort of the declaration.
pub(crate) fn answer(sort: Sort, declared: &str, input: ParseStream<'_>) -> Result<TokenStream> {
    let question = Question::parse(input)?;
    let wanted = if question.word == "env" {
        Sort::Attribute
    } else {
        Sort::Group
    };
    let written = &question.written;
    if sort != wanted {
        let error = say::declares_other(&question.path, sort, wanted).into_compile_error();
        let closed = written.closed();
        return Ok(quote!(#error #closed));
    }
    let known = if sort == Sort::Group {
        Declarations {
            groups: Some(declared),
            env: None,
        }
    } else {
        Declarations {
            groups: question.groups.as_deref(),
            env: Some(declared),
        }
    };
    let access = written.read(known);
    let next = written.question(&access, known, Some(sort));
    Ok(next.unwrap_or_else(|| Written::made(access)))
}

/// The same where nothing has to be asked.
pub(crate) fn unasked(input: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| {
        let written = Question::parse(input)?.written;
        Ok(Written::made(written.read(Declarations::default())))
    };
    let made = parser.parse2(input);
    made.unwrap_or_else(syn::Error::into_compile_error)
}

/// The same question, asked of a declaration that is not sound.
pub(crate) fn closed_answer(input: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| Ok(Question::parse(input)?.written.closed());
    let closed = parser.parse2(input);
    closed.unwrap_or_else(syn::Error::into_compile_error)
}
