//! What serde is told of fields that may be hidden.

use syn::Attribute;

use crate::diagnostics::Errors;
use crate::diagnostics::model::view as say;
use crate::model::access::Access;
use crate::model::attributes::words;
use crate::model::item::Model;
use crate::model::view::restricted;

/// What takes the value itself, and not one that may be hidden.
const OF_VALUES: [&str; 4] = ["with", "serialize_with", "skip_serializing_if", "getter"];

/// What serializes something else in place of the struct.
const OF_STRUCTS: [&str; 3] = ["into", "transparent", "remote"];

pub(super) fn check(access: &Access, model: &Model, errors: &mut Errors) {
    let Some(restricted) = restricted(model, access) else {
        return;
    };
    if !model.derives.has("Serialize") {
        return;
    }
    note(&model.attrs, &OF_STRUCTS, errors, say::of_the_struct);
    let fields = model.fields.iter();
    for field in fields.filter(|it| restricted.contains(&it.name)) {
        note(&field.attrs, &OF_VALUES, errors, |word| {
            say::of_a_hidden(word, &field.name)
        });
    }
}

fn note(
    attrs: &[Attribute],
    refused: &[&str],
    errors: &mut Errors,
    error: impl Fn(&syn::Ident) -> syn::Error,
) {
    for word in words(attrs, "serde") {
        if refused.iter().any(|it| word == it) {
            errors.push(error(&word));
        }
    }
}
