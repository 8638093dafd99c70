//! Where the attribute stands, and on what.

use crate::diagnostics::Errors;
use crate::diagnostics::model::item as say;
use crate::handler::first_span;
use crate::model::access::Access;
use crate::model::item::Model;

pub(super) fn check(access: &Access, model: &Model, errors: &mut Errors) {
    check_order(model, errors);
    check_table(access, model, errors);
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
