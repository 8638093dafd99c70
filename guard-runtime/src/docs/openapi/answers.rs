//! The answers of a gate that refuses, in a document.

use std::borrow::Cow;

use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{OpenApi, Ref, RefOr, Response, ResponseBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::demand::{Callers, Demand};

pub(super) const PROBLEM: &str = "Problem";

/// The body of a refusal, for operations of our own.
pub(crate) enum Refusal {}

impl PartialSchema for Refusal {
    fn schema() -> RefOr<Schema> {
        RefOr::T(problem())
    }
}

impl ToSchema for Refusal {
    fn name() -> Cow<'static, str> {
        PROBLEM.into()
    }
}

/// Adds the refusals that an operation may be answered with, where the document has no such answer
/// yet.
pub(super) fn add(operation: &mut Operation, demand: &Demand) {
    if matches!(demand.callers(), Callers::Anonymous | Callers::Everybody) {
        return;
    }
    let hidden = "Not found: there is nothing here that the caller may know of.";
    let answers = [
        Some(("401", "Not signed in, or the token is not valid.")),
        Some(("403", "Forbidden: a required permission is missing.")),
        demand.asks_of_project().then_some(("404", hidden)),
    ];
    for (status, description) in answers.into_iter().flatten() {
        let known = &mut operation.responses.responses;
        known
            .entry(status.to_owned())
            .or_insert_with(|| RefOr::T(answer(status, description)));
    }
}

pub(super) fn is_complete(operation: &Operation, demand: &Demand) -> bool {
    let mut complete = operation.clone();
    add(&mut complete, demand);
    complete == *operation
}

/// Declares the schema of problems, if the document has none of that name.
pub(super) fn declare(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    let schemas = &mut components.schemas;
    schemas
        .entry(PROBLEM.to_owned())
        .or_insert_with(|| RefOr::T(problem()));
}

fn answer(status: &str, description: &str) -> Response {
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(PROBLEM)))
        .build();
    let response = ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content);
    if status == "404" {
        return response.build();
    }
    let challenge = HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(Type::String).build()))
        .description(Some("What credentials are expected (RFC 6750 section 3)."))
        .build();
    response.header("WWW-Authenticate", challenge).build()
}

/// The shape of `denied::problem`.
fn problem() -> Schema {
    let text = |description: &str| {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(description))
    };
    let texts = |description: &str| {
        ArrayBuilder::new()
            .items(ObjectBuilder::new().schema_type(Type::String).build())
            .description(Some(description))
            .build()
    };
    let kind = text("Which problem it is; stable.");
    let kind = kind.format(Some(SchemaFormat::Custom("uri-reference".to_owned())));
    let status = ObjectBuilder::new()
        .schema_type(Type::Integer)
        .description(Some("The status of the answer."))
        .build();
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .description(Some("Why a request was refused (RFC 9457)."))
        .property("type", kind.build())
        .property("title", text("A sentence for people.").build())
        .property("status", status)
        .property("required", texts("What is demanded, sorted."))
        .property("missing", texts("What of it the caller lacks, sorted."))
        .property(
            "request_id",
            text("The request, as the log names it.").build(),
        )
        .required("type")
        .required("title")
        .required("status")
        .into()
}
