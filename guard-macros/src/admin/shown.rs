//! How a model page shows its records.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::{LitStr, Path};

use super::fields::{alone, choices, descending, fields, label};
use super::gates::{self, Gates};
use super::request::Request;
use crate::diagnostics::Errors;
use crate::diagnostics::admin::model as say;
use crate::gate;
use crate::tokens::split_at_commas;

/// What may be done with records, as options say it and as `Action` does.
pub(crate) const ACTIONS: [(&str, &str); 5] = [
    ("list", "List"),
    ("read", "Read"),
    ("create", "Create"),
    ("update", "Update"),
    ("delete", "Delete"),
];

/// What the options of a model page say of its model.
pub(crate) struct Shown {
    /// The module of the model, if it is named.
    pub(crate) model: Option<Path>,
    /// `list`, `filter`, `search`, `form`.
    lists: [Vec<(Ident, ())>; 4],
    sort: Vec<(Ident, bool)>,
    labels: Vec<(Ident, LitStr)>,
    choices: Vec<(Ident, Vec<LitStr>)>,
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
        let mut fields = listed
            .chain(sorted)
            .chain(labelled)
            .chain(chosen)
            .peekable();
        if fields.peek().is_none() {
            return TokenStream::new();
        }
        quote! {
            const _: fn(&::guard_runtime::admin::generated::ModelOf<#name>) = |model| {
                #(let _ = &model.#fields;)*
            };
        }
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
        let only = self
            .only
            .iter()
            .map(|it| Ident::new(it, proc_macro2::Span::call_site()));
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

/// The module that `SeaORM`'s macros stand in.
fn model(request: &Request, errors: &mut Errors) -> Option<Path> {
    let mut path = request.path("model", errors)?;
    let last = path.segments.last()?.ident.clone();
    if last == "Entity" || last == "Model" {
        errors.push(say::not_a_module(&last));
        path.segments.pop();
        path.segments.pop_punct();
    }
    (!path.segments.is_empty()).then_some(path)
}

fn only(list: Option<&Group>, errors: &mut Errors) -> Vec<&'static str> {
    let mut only = Vec::new();
    let Some(list) = list else {
        return only;
    };
    if list.stream().is_empty() {
        errors.push(say::only_nothing(list.span_open()));
    }
    for (item, end) in split_at_commas(list.stream()) {
        let [TokenTree::Ident(word)] = item.as_slice() else {
            let at = item.first().map_or(end, TokenTree::span);
            errors.push(say::expected_action(at));
            continue;
        };
        match ACTIONS.iter().find(|(known, _)| word == known) {
            Some((_, variant)) if only.contains(variant) => {
                errors.push(say::named_twice(word, "only"));
            }
            Some((_, variant)) => only.push(*variant),
            None => errors.push(say::unknown_action(word)),
        }
    }
    only
}
