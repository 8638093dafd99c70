//! Forms and custom actions, as schemas.

use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Ref, RefOr, Schema};

use super::records::{closed, keys};
use super::shape::Shape;
use crate::admin::model::kind::Kind;
use crate::admin::{FormField, Input, Target};

/// The fields of a form.
pub(super) fn form(fields: &[FormField]) -> ObjectBuilder {
    fields.iter().fold(closed(), |schema, field| {
        let kind = Kind::of_input(field.input);
        let entered = Shape::of_field(field, &kind).schema();
        let entered = entered.title(Some(field.label));
        let entered = entered.description(Some(field.help).filter(|it| !it.is_empty()));
        let schema = schema.property(field.name, entered);
        if is_required(field) {
            schema.required(field.name)
        } else {
            schema
        }
    })
}

/// `{"keys": […], "form": {…}}`
pub(super) fn run(target: Target, form: Option<(Ref, &[FormField])>) -> ObjectBuilder {
    let schema = match target {
        Target::Page => closed(),
        Target::One => closed().property("keys", keys(1, Some(1))).required("keys"),
        Target::Chosen => closed().property("keys", keys(1, None)).required("keys"),
    };
    let Some((form, fields)) = form else {
        return schema;
    };
    let schema = schema.property("form", RefOr::<Schema>::from(form));
    if fields.iter().any(is_required) {
        schema.required("form")
    } else {
        schema
    }
}

/// `{"message": "…"}`
pub(super) fn done() -> ObjectBuilder {
    let message = ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some("What has become of it, for people."));
    let schema = ObjectBuilder::new().schema_type(Type::Object);
    schema.property("message", message).required("message")
}

/// What is not checked in a browser is not sent, and means no.
fn is_required(field: &FormField) -> bool {
    !field.optional && field.input != Input::Checkbox
}
