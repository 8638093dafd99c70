//! What a `macro_rules!` was given and passes on, which stands in invisible brackets.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::tokens::is_punct;

/// The arguments without invisible brackets. Inside an item they become visible ones, so that what
/// is one operand to `macro_rules!` stays one: `$rule && archived`.
pub(crate) fn visible(args: TokenStream) -> TokenStream {
    shown(args, false)
}

fn shown(tokens: TokenStream, is_inside: bool) -> TokenStream {
    let one = |token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let inner = shown(group.stream(), is_inside);
            if is_inside && !is_name_or_literal(&inner) {
                regrouped(&group, Delimiter::Parenthesis, inner)
            } else {
                inner
            }
        }
        TokenTree::Group(group) => {
            regrouped(&group, group.delimiter(), shown(group.stream(), true))
        }
        token => token.into(),
    };
    tokens.into_iter().flat_map(one).collect()
}

fn regrouped(group: &Group, delimiter: Delimiter, inner: TokenStream) -> TokenStream {
    let mut visible = Group::new(delimiter, inner);
    visible.set_span(group.span());
    TokenTree::from(visible).into()
}

/// Whether it is one thing also without brackets, such as `super::contact::Model`.
fn is_name_or_literal(tokens: &TokenStream) -> bool {
    let tokens = tokens.clone().into_iter().collect::<Vec<_>>();
    let is_path = |it: &TokenTree| matches!(it, TokenTree::Ident(_)) || is_punct(Some(it), ':');
    tokens.len() == 1 || tokens.iter().all(is_path)
}
