//! Problems (RFC 9457) that are no refusals.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::TokenMistake;
use crate::denied;

/// What is wrong with a request (RFC 9457).
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = TokenProblem))]
pub(super) struct Problem<'a> {
    /// Which problem it is; stable.
    #[cfg_attr(feature = "openapi", schema(format = "uri-reference"))]
    r#type: String,
    /// A sentence for people.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What is wrong, more exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    detail: Option<String>,
    /// All mistakes.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [TokenMistake],
    /// The request, as the log names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    request_id: Option<String>,
}

impl<'a> Problem<'a> {
    pub(super) fn of(name: &str, title: impl Into<String>, status: StatusCode) -> Self {
        let (r#type, request_id) = denied::named(name);
        Self {
            r#type,
            title: title.into(),
            status: status.as_u16(),
            detail: None,
            errors: &[],
            request_id,
        }
    }

    pub(super) fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    pub(super) fn with_errors(mut self, errors: &'a [TokenMistake]) -> Self {
        self.errors = errors;
        self
    }

    pub(super) fn response(&self) -> HttpResponse {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        denied::answer(status, self)
    }
}
