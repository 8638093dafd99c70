//! Schemas of types that are written otherwise than they are declared.

use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, OneOfBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::Id;
use crate::tokens::TokenMistake;

impl PartialSchema for Id {
    fn schema() -> RefOr<Schema> {
        let number = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)));
        let text = ObjectBuilder::new().schema_type(Type::String);
        let description = "A number, or a text that is none: of a user or a project.";
        OneOfBuilder::new()
            .item(number)
            .item(text)
            .description(Some(description))
            .into()
    }
}

impl ToSchema for Id {}

impl PartialSchema for TokenMistake {
    fn schema() -> RefOr<Schema> {
        let text = |description: &str| {
            ObjectBuilder::new()
                .schema_type(Type::String)
                .description(Some(description))
        };
        let pointer = "Where it stands, as a JSON pointer (RFC 6901): `#/permissions/0`.";
        ObjectBuilder::new()
            .description(Some("One mistake in a request for a token."))
            .property("pointer", text(pointer))
            .property("kind", text("A stable name: `unknown-permission`."))
            .property("detail", text("A sentence for people."))
            .required("pointer")
            .required("kind")
            .required("detail")
            .into()
    }
}

impl ToSchema for TokenMistake {}
