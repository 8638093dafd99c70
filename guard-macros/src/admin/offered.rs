//! Which model a page is of, and what may be done with its records.

use proc_macro2::{Group, TokenTree};
use syn::Path;

use super::request::Request;
use crate::diagnostics::Errors;
use crate::diagnostics::admin::model as say;
use crate::tokens::split_at_commas;

/// What may be done with records, as options say it and as `Action` does.
pub(crate) const ACTIONS: [(&str, &str); 5] = [
    ("list", "List"),
    ("read", "Read"),
    ("create", "Create"),
    ("update", "Update"),
    ("delete", "Delete"),
];

/// The module that `SeaORM`'s macros stand in.
pub(crate) fn model(request: &Request, errors: &mut Errors) -> Option<Path> {
    let mut path = request.path("model", errors)?;
    let last = path.segments.last()?.ident.clone();
    if last == "Entity" || last == "Model" {
        errors.push(say::not_a_module(&last));
        path.segments.pop();
        path.segments.pop_punct();
    }
    (!path.segments.is_empty()).then_some(path)
}

/// What may be done at all.
pub(crate) fn only(list: Option<&Group>, errors: &mut Errors) -> Vec<&'static str> {
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
