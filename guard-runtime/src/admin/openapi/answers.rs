//! What routes answer that do not do what they were asked for.

use utoipa::ToSchema;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::{Ref, ResponseBuilder, ResponsesBuilder};

use crate::admin::problem::Problem;
use crate::docs::Refusal;

/// Adds the problems of these statuses. Who is not signed in is answered by the gate, of which the
/// document says so.
pub(super) fn problems(responses: ResponsesBuilder, statuses: &[u16]) -> ResponsesBuilder {
    statuses.iter().fold(responses, |responses, status| {
        let is_refusal = matches!(status, 403 | 404 | 409);
        let name = if is_refusal {
            Refusal::name()
        } else {
            Problem::name()
        };
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(name)));
        let response = ResponseBuilder::new()
            .description(says(*status))
            .content("application/problem+json", content.build());
        responses.response(status.to_string(), response)
    })
}

fn says(status: u16) -> &'static str {
    match status {
        400 => "The body or a parameter is not understood.",
        403 => {
            "Forbidden: a permission is missing, or the page, the record or a field is not for the caller."
        }
        404 => "Not found: there is no such record, or none that the caller may read.",
        409 => "It contradicts what is stored, or that changed in the meantime.",
        413 => "The body is too large.",
        415 => "The body is not `application/json`.",
        _ => "Something was entered that cannot be so: `errors` names the fields.",
    }
}
