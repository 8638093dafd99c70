//! How a model page shows its records.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{LitStr, Path};

use super::fields::{alone, choices, currency, descending, fields, label, page};
use super::gates::{self, Gates};
use super::offered::{model, only};
use super::request::Request;
use crate::diagnostics::Errors;
use crate::gate;
use crate::handler::first_span;

/// What the options of a model page say of its model.
pub(crate) struct Shown {
    /// The module of the model, if it is named.
    pub(crate) model: Option<Path>,
    /// `list`, `filter`, `search`, `form`.
    lists: [Vec<(Ident, ())>; 4],
    sort: Vec<(Ident, bool)>,
    labels: Vec<(Ident, LitStr)>,
    choices: Vec<(Ident, Vec<LitStr>)>,
    refers: Vec<(Ident, Path)>,
    money: Vec<(Ident, LitStr)>,
    /// Variants of `Action`.
    only: Vec<&'static str>,
    crud: Vec<gate::Request>,
    pages: Vec<gate::Request>,
}

impl Shown {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn read(request: &Request, gates: &mut Gates, errors: &mut Errors) -> Self {
        let list =
            |word: &str, errors: &mut Errors| fields(word, request.list(word), errors, alone(word));
        let mut demanded = |word: &str, errors: &mut Errors| {
            let list = request.list(word);
            list.map(|it| gates.read(it, errors)).unwrap_or_default()
        };
        Self {
            model: model(request, errors),
            lists: ["list", "filter", "search", "form"].map(|word| list(word, errors)),
            sort: fields("sort", request.list("sort"), errors, descending),
            labels: fields("label", request.list("label"), errors, label),
            choices: fields("choices", request.list("choices"), errors, choices),
            refers: fields("refers", request.list("refers"), errors, page),
            money: fields("money", request.list("money"), errors, currency),
            only: only(request.list("only"), errors),
            crud: demanded("crud", errors),
            pages: demanded("pages", errors),
        }
    }

    pub(crate) fn requests(&self) -> impl Iterator<Item = &gate::Request> {
        self.crud.iter().chain(&self.pages)
    }

    /// The fields that are named, as those of a record: rustc says which there are.
    pub(crate) fn probe(&self, name: &Ident) -> TokenStream {
        let listed = self.lists.iter().flatten().map(|(it, ())| it);
        let sorted = self.sort.iter().map(|(it, _)| it);
        let labelled = self.labels.iter().map(|(it, _)| it);
        let chosen = self.choices.iter().map(|(it, _)| it);
        let fields = listed.chain(sorted).chain(labelled).chain(chosen);
        let mut fields = fields.peekable();
        let typed = self.typed(name);
        if fields.peek().is_none() {
            return typed;
        }
        quote! {
            #typed
            const _: fn(&::guard_runtime::admin::generated::ModelOf<#name>) = |model| {
                #(let _ = &model.#fields;)*
            };
        }
    }

    /// What depends on the types of fields, as constants of their own: rustc reports once what is wrong with
    /// them, and at the words of the user.
    fn typed(&self, name: &Ident) -> TokenStream {
        let of = |made: &str, field: &Ident| {
            let at = Span::call_site().located_at(field.span());
            let made = Ident::new(made, at);
            let field_of = quote_spanned! {at=>
                |model: &::guard_runtime::admin::generated::ModelOf<#name>| &model.#field
            };
            (at, text(field), made, field_of)
        };
        let refers = self.refers.iter().map(|(field, page)| {
            let (_, text, _, field_of) = of("refers", field);
            let at = Span::call_site().located_at(first_span(page));
            let made = Ident::new("refers", at);
            quote_spanned! {at=>
                (#text, ::guard_runtime::admin::generated::#made::<#page, _, _>(#field_of))
            }
        });
        let money = self.money.iter().map(|(field, currency)| {
            let (at, text, made, field_of) = of("amount", field);
            quote_spanned! {at=>
                (#text, ::guard_runtime::admin::generated::#made(#field_of, #currency))
            }
        });
        let references = (!self.refers.is_empty()).then(|| {
            quote! {
                #[allow(dead_code)]
                const REFERS: &[(&str, ::guard_runtime::admin::Reference)] = &[#(#refers),*];
            }
        });
        let amounts = (!self.money.is_empty()).then(|| {
            quote! {
                #[allow(dead_code)]
                const MONEY: &[(&str, ::guard_runtime::admin::Money)] = &[#(#money),*];
            }
        });
        quote!(#references #amounts)
    }

    /// `Shown { … }`
    pub(crate) fn tokens(&self) -> TokenStream {
        let [list, filter, search, form] = self.lists.each_ref().map(|list| {
            let names = list.iter().map(|(it, ())| text(it));
            quote!(&[#(#names),*])
        });
        let sort = self.sort.iter().map(|(field, descending)| {
            let field = text(field);
            quote!((#field, #descending))
        });
        let labels = self.labels.iter().map(|(field, label)| {
            let field = text(field);
            quote!((#field, #label))
        });
        let choices = self.choices.iter().map(|(field, choices)| {
            let field = text(field);
            quote!((#field, &[#(#choices),*]))
        });
        let only = self.only.iter().map(|it| Ident::new(it, Span::call_site()));
        let refers = constant(&self.refers, "REFERS");
        let money = constant(&self.money, "MONEY");
        let crud = gates::list(&self.crud, false);
        let pages = gates::list(&self.pages, false);
        quote! {
            ::guard_runtime::admin::Shown {
                list: #list,
                filter: #filter,
                search: #search,
                form: #form,
                sort: &[#(#sort),*],
                labels: &[#(#labels),*],
                choices: &[#(#choices),*],
                refers: #refers,
                money: #money,
                only: &[#(::guard_runtime::admin::Action::#only),*],
                crud: #crud,
                pages: #pages,
            }
        }
    }
}

fn text(field: &Ident) -> String {
    field.unraw().to_string()
}

/// What [`Shown::typed`] has made of this, if there is anything.
fn constant<T>(fields: &[(Ident, T)], name: &str) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    if fields.is_empty() {
        quote!(&[])
    } else {
        quote!(#name)
    }
}
