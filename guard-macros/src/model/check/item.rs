//! Where the attribute stands, and on what.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::Meta;

use crate::diagnostics::Errors;
use crate::diagnostics::model::item as say;
use crate::handler::first_span;
use crate::model::access::Access;
use crate::model::item::Model;
use crate::model::view::restricted;
use crate::tokens::{name_at, split_at_commas};

pub(super) fn check(access: &Access, model: &Model, errors: &mut Errors) {
    check_order(model, errors);
    check_table(access, model, errors);
    check_conditions(access, model, errors);
    for field in &model.fields {
        let mut attrs = field.attrs.iter();
        if let Some(attr) = attrs.find(|it| it.path().is_ident("cfg")) {
            errors.push(say::conditional(first_span(attr.path())));
        }
    }
}

/// A derive above ours is not in sight; an attribute that it reads is.
fn check_order(model: &Model, errors: &mut Errors) {
    const READERS: [(&str, &[&str]); 3] = [
        (
            "sea_orm",
            &[
                "DeriveEntityModel",
                "DeriveModel",
                "FromQueryResult",
                "DerivePartialModel",
            ],
        ),
        ("serde", &["Serialize", "Deserialize"]),
        ("schema", &["ToSchema"]),
    ];
    let of_fields = model.fields.iter().flat_map(|it| &it.attrs);
    let mut attrs = model.attrs.iter().chain(of_fields);
    let unread = attrs.find_map(|attr| {
        let mut readers = READERS.iter();
        let (_, derives) = readers.find(|(name, _)| attr.path().is_ident(name))?;
        let is_read = derives.iter().any(|it| model.derives.has(it));
        (!is_read).then_some((attr, derives.first()?))
    });
    let is_conditional = model.attrs.iter().any(|it| it.path().is_ident("cfg_attr"));
    if let Some((attr, derive)) = unread
        && !is_conditional
    {
        errors.push(say::derive_above(first_span(attr.path()), attr, derive));
    }
}

/// A `cfg_attr` on a field has not been decided yet: the column may have another name, and what is
/// not to be serialized might be.
fn check_conditions(access: &Access, model: &Model, errors: &mut Errors) {
    let has_view = restricted(model, access).is_some();
    let is_read = |word: &Ident| match word.to_string().as_str() {
        "sea_orm" | "cfg" => true,
        "serde" => has_view && model.derives.has("Serialize"),
        "schema" => has_view && model.derives.has("ToSchema"),
        _ => false,
    };
    for attr in model.fields.iter().flat_map(|it| &it.attrs) {
        if attr.path().is_ident("cfg_attr")
            && let Meta::List(list) = &attr.meta
            && let Some(word) = given(list.tokens.clone(), &is_read)
        {
            errors.push(say::sometimes(&word));
        }
    }
}

/// The first such word among the attributes that a `cfg_attr` gives.
fn given(tokens: TokenStream, is_read: &impl Fn(&Ident) -> bool) -> Option<Ident> {
    let items = split_at_commas(tokens);
    items.iter().skip(1).find_map(|(item, _)| {
        let word = name_at(item, 0)?;
        match item.get(1) {
            _ if is_read(word) => Some(word.clone()),
            Some(TokenTree::Group(inner)) if word == "cfg_attr" => given(inner.stream(), is_read),
            _ => None,
        }
    })
}

fn check_table(access: &Access, model: &Model, errors: &mut Errors) {
    let given = access.request.table.as_ref();
    match (given, &model.table.name) {
        (Some(given), Some(_)) => errors.push(say::two_tables(given.span())),
        (None, None) if model.derives.is_entity() && !access.request.tries_table => {
            errors.push(say::no_table(model.name.span()));
        }
        _ => {}
    }
}
