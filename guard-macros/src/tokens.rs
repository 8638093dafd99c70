//! Tokens as users write them: lists, and what stands at a place.

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;

use crate::diagnostics::argument as say;

/// What stands between commas, each with the place where it ends. A last comma is no item.
pub(crate) fn split_at_commas(tokens: TokenStream) -> Vec<(Vec<TokenTree>, Span)> {
    let mut items = Vec::new();
    let mut item = Vec::new();
    for token in tokens {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                items.push((std::mem::take(&mut item), comma.span()));
            }
            _ => item.push(token),
        }
    }
    if let Some(last) = item.last() {
        let end = last.span();
        items.push((item, end));
    }
    items
}

/// Takes away the invisible brackets around what a `macro_rules!` was given.
pub(crate) fn flatten(tokens: TokenStream) -> TokenStream {
    let flatten_one = |token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => flatten(group.stream()),
        TokenTree::Group(group) => {
            let mut flat = Group::new(group.delimiter(), flatten(group.stream()));
            flat.set_span(group.span());
            TokenTree::from(flat).into()
        }
        token => TokenStream::from(token),
    };
    tokens.into_iter().flat_map(flatten_one).collect()
}

/// The token at `index` as written; an operator of two characters counts as one. With it, how many
/// tokens it is.
pub(crate) fn text_at(item: &[TokenTree], index: usize) -> (String, usize) {
    match (item.get(index), item.get(index + 1)) {
        (Some(TokenTree::Punct(first)), Some(TokenTree::Punct(second)))
            if first.spacing() == Spacing::Joint =>
        {
            (format!("{}{}", first.as_char(), second.as_char()), 2)
        }
        (Some(TokenTree::Group(group)), _) => (say::brackets(group.delimiter()).to_owned(), 1),
        (Some(token), _) => (token.to_string(), 1),
        (None, _) => (String::new(), 0),
    }
}

/// The name at `index`, if one stands there.
pub(crate) fn name_at(item: &[TokenTree], index: usize) -> Option<&Ident> {
    match item.get(index) {
        Some(TokenTree::Ident(name)) => Some(name),
        _ => None,
    }
}

/// Whether the token is this character.
pub(crate) fn is_punct(token: Option<&TokenTree>, character: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

/// Whether it is a name and no keyword.
pub(crate) fn is_name(word: &Ident) -> bool {
    let word = TokenTree::Ident(word.clone());
    syn::parse2::<Ident>(word.into()).is_ok()
}

/// Whether a name that is asked for is a known one: `r#sales` and `sales` are one name.
pub(crate) fn is_same(asked: &str, known: &str) -> bool {
    asked == known || asked.strip_prefix("r#") == Some(known)
}

/// A name as declarations carry it to gates: raw where it has to be.
pub(crate) fn spelled(name: &Ident) -> String {
    let plain = name.unraw();
    if is_name(&plain) { plain } else { name.clone() }.to_string()
}

/// An option as an expression.
pub(crate) fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}
