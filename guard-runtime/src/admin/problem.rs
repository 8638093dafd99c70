//! What is answered where a page does not do what it was asked for.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;

use super::objects::{FieldError, PageError};
use crate::denied::{self, Denied};
use crate::env::env_ctx;

/// What is wrong with a request (RFC 9457).
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = AdminProblem))]
pub(super) struct Problem<'a> {
    /// Which problem it is; stable.
    #[cfg_attr(feature = "openapi", schema(format = "uri-reference"))]
    r#type: String,
    /// A sentence for people.
    title: &'a str,
    /// The status of the answer.
    status: u16,
    /// What is wrong, more exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    detail: Option<String>,
    /// All that was entered and cannot be so.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [FieldError],
    /// The request, as the log names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    request_id: Option<String>,
}

fn problem(
    name: &str,
    title: &str,
    status: StatusCode,
    detail: Option<String>,
    errors: &[FieldError],
) -> HttpResponse {
    let (r#type, request_id) = denied::named(name);
    let problem = Problem {
        r#type,
        title,
        status: status.as_u16(),
        detail,
        errors,
        request_id,
    };
    denied::answer(status, &problem)
}

/// 400.
pub(super) fn malformed(detail: impl Into<String>) -> HttpResponse {
    let status = StatusCode::BAD_REQUEST;
    problem(
        "malformed-request",
        "The request is malformed",
        status,
        Some(detail.into()),
        &[],
    )
}

/// 413.
pub(super) fn too_large(most: usize) -> HttpResponse {
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    let detail = format!("bodies of up to {most} bytes are read");
    problem(
        "too-large",
        "The body is too large",
        status,
        Some(detail),
        &[],
    )
}

/// 415.
pub(super) fn no_json() -> HttpResponse {
    let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
    problem(
        "no-json",
        "The body is not `application/json`",
        status,
        None,
        &[],
    )
}

impl PageError {
    /// A problem, and a log line for what is no fault of the caller's.
    pub(super) fn response(&self) -> HttpResponse {
        match self {
            Self::List(error) => malformed(error.to_string()),
            Self::Invalid(errors) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let title = "Something was entered that cannot be so";
                problem("invalid", title, status, None, errors)
            }
            Self::Taken(errors, error) => {
                // Which writes the log.
                let status = error.error_response().status();
                let title = "This contradicts what is stored already";
                problem("conflict", title, status, None, errors)
            }
            Self::NoSuchKey => Denied::not_found().error_response(),
            Self::Denied(denied) => denied.error_response(),
            Self::Access(error) => error.error_response(),
            Self::Failed(why) => {
                tracing::error!(why, request_id = env_ctx::request_id(), "a page failed");
                let status = StatusCode::INTERNAL_SERVER_ERROR;
                problem("failed", "Something went wrong here", status, None, &[])
            }
        }
    }
}
