//! The names in a rule, from its tokens: a rule that is half typed has no expression yet.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;

use super::names::{Names, row_of};
use crate::tokens::{is_name, is_punct, name_at};

impl Names<'_> {
    pub(super) fn rule(&mut self, tokens: &[TokenTree], row: &Ident) {
        let mut rest = tokens;
        while let [first, after @ ..] = rest {
            rest = after;
            match first {
                TokenTree::Group(group) => self.group_of_tokens(group.stream(), row),
                TokenTree::Ident(name) if is_name(name) => rest = self.name(name, after, row),
                // A method of what stands before.
                TokenTree::Punct(dot) if dot.as_char() == '.' && name_at(after, 0).is_some() => {
                    rest = after.get(1..).unwrap_or_default();
                }
                _ => {}
            }
        }
    }

    fn group_of_tokens(&mut self, tokens: TokenStream, row: &Ident) {
        self.rule(&tokens.into_iter().collect::<Vec<_>>(), row);
    }

    /// A name and what it is asked; the tokens after that.
    fn name<'a>(&mut self, name: &Ident, after: &'a [TokenTree], row: &Ident) -> &'a [TokenTree] {
        let member = name_at(after, 1).filter(|_| is_punct(after.first(), '.'));
        let Some(member) = member else {
            self.column(name, row);
            return after;
        };
        let rest = after.get(2..).unwrap_or_default();
        let arguments = match rest.first() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                Some(group.stream())
            }
            _ => None,
        };
        match arguments {
            _ if name == "env" => {
                self.env(member);
                return rest;
            }
            Some(rule) if member == "any" => {
                self.statements.extend(quote!(#name;));
                self.group_of_tokens(rule, &row_of(name));
            }
            Some(arguments) => {
                self.column(name, row);
                self.group_of_tokens(arguments, row);
            }
            None => {
                if is_name(member) {
                    self.statements.extend(quote!(#name.#member;));
                }
                // Its own methods have their arguments in what follows.
                return rest;
            }
        }
        rest.get(1..).unwrap_or_default()
    }
}
