//! The names in an attribute as plain code, which editors follow: completion, hover, go-to-definition,
//! renaming. Nobody else sees it, so it may have mistakes.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::parse::Parser;
use syn::{Path, parse_quote};

use super::request::Request;
use crate::env::BUILT_IN;
use crate::handler::detached;
use crate::names::BUILT_IN as BUILT_IN_GROUPS;
use crate::tokens::{is_name, name_at, split_at_commas};

/// A function that rust-analyzer alone sees. It is made of the tokens as they are written: what is
/// half typed is completed.
pub(crate) fn named(args: &TokenStream, request: &Request, model: &Ident) -> TokenStream {
    let mut names = Names {
        request,
        statements: TokenStream::new(),
        parameters: TokenStream::new(),
    };
    for (item, _) in split_at_commas(args.clone()) {
        names.item(&item);
    }
    let Names {
        statements,
        parameters,
        ..
    } = names;
    let model = detached(model);
    let row = row();
    quote! {
        fn names(#row: &#model, #parameters) {
            #statements
        }
    }
}

pub(super) struct Names<'a> {
    request: &'a Request,
    pub(super) statements: TokenStream,
    parameters: TokenStream,
}

impl Names<'_> {
    fn item(&mut self, item: &[TokenTree]) {
        let (Some(word), Some(TokenTree::Group(list))) = (name_at(item, 0), item.get(1)) else {
            return;
        };
        let items = split_at_commas(list.stream());
        let items = items.iter().map(|(item, _)| item.as_slice());
        match word.to_string().as_str() {
            "grant" => {
                for (position, item) in items.enumerate() {
                    match (position, item) {
                        (0, [TokenTree::Ident(name), ..]) => self.group(name),
                        (_, [TokenTree::Ident(word), rule @ ..]) if word == "where" => {
                            self.rule(rule, &row());
                        }
                        _ => {}
                    }
                }
            }
            // Operations are no column; they are not the last item.
            "restrict" => {
                for item in items.rev().take(1) {
                    self.rule(item, &row());
                }
            }
            "read" | "write" | "filled" => {
                let first_is_group = word != "filled";
                for (position, item) in items.enumerate() {
                    match item {
                        [TokenTree::Ident(name)] if position == 0 && first_is_group => {
                            self.group(name);
                        }
                        [TokenTree::Ident(name)] => self.column(name, &row()),
                        _ => {}
                    }
                }
            }
            "related" => self.relation(&items.collect::<Vec<_>>()),
            _ => {}
        }
    }

    fn group(&mut self, name: &Ident) {
        if name == "none" || !is_name(name) {
            return;
        }
        let known = BUILT_IN_GROUPS.iter().any(|it| name == it);
        let path: Path = if known {
            parse_quote!(::guard_runtime::groups)
        } else {
            self.request.groups.path.clone()
        };
        self.statements.extend(quote!(#path::#name;));
    }

    pub(super) fn column(&mut self, name: &Ident, row: &Ident) {
        if is_name(name) && name != "None" && name != "Some" {
            self.statements.extend(quote!(#row.#name;));
        }
    }

    pub(super) fn env(&mut self, name: &Ident) {
        if !is_name(name) {
            return;
        }
        let path: Path = if BUILT_IN.iter().any(|it| name == it) {
            parse_quote!(::guard_runtime::__private::model::env_names)
        } else {
            self.request.env.path.clone()
        };
        self.statements.extend(quote!(#path::#name;));
    }

    /// `contact: super::contact::Model, contact_id == id`: the relation is a parameter that rules
    /// name.
    fn relation(&mut self, items: &[&[TokenTree]]) {
        let [[TokenTree::Ident(name), _, model @ ..], rest @ ..] = items else {
            return;
        };
        let model = match model {
            [TokenTree::Group(list)] => list.stream(),
            path => path.iter().cloned().collect(),
        };
        // Also what nobody sees has to be code.
        let Ok(model) = Path::parse_mod_style.parse2(model) else {
            return;
        };
        if !is_name(name) {
            return;
        }
        let theirs = row_of(name);
        self.parameters
            .extend(quote!(#name: &#model, #theirs: &#model,));
        if let Some([ours, .., other]) = rest.first()
            && let (TokenTree::Ident(ours), TokenTree::Ident(other)) = (ours, other)
        {
            self.column(ours, &row());
            self.column(other, &theirs);
        }
    }
}

fn row() -> Ident {
    Ident::new("row", Span::mixed_site())
}

/// A row of the relation.
pub(super) fn row_of(relation: &Ident) -> Ident {
    format_ident!("row_of_{}", relation, span = Span::mixed_site())
}
