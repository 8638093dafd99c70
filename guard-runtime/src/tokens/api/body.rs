//! Bodies that are no request for a token.

use actix_web::HttpResponse;
use actix_web::error::{InternalError, JsonPayloadError};
use actix_web::http::StatusCode;
use actix_web::web::JsonConfig;
use serde_json::error::Category;

use crate::tokens::problem::Problem;

const LARGEST: usize = 64 * 1024;

pub(super) fn config() -> JsonConfig {
    JsonConfig::default()
        .limit(LARGEST)
        .error_handler(|error, _| {
            let response = answer(&error);
            InternalError::from_response("the body is no request for a token", response).into()
        })
}

fn answer(error: &JsonPayloadError) -> HttpResponse {
    match error {
        JsonPayloadError::Overflow { .. } | JsonPayloadError::OverflowKnownLength { .. } => {
            let title = format!("The body has more than {LARGEST} bytes");
            Problem::of("too-large", title, StatusCode::PAYLOAD_TOO_LARGE).response()
        }
        JsonPayloadError::ContentType => {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            Problem::of("no-json", "The body is not `application/json`", status).response()
        }
        // Where, and not what: the body may hold what belongs into no answer and no log.
        JsonPayloadError::Deserialize(error) => {
            let what = match error.classify() {
                Category::Data => {
                    "expected an object of `title`, `description`, `expires_at`, `permissions` and \
                     `projects`, each of its type"
                }
                _ => "this is no JSON",
            };
            malformed(&format!(
                "line {}, column {}: {what}",
                error.line(),
                error.column()
            ))
        }
        _ => malformed("the body cannot be read"),
    }
}

/// 400.
pub(super) fn malformed(detail: &str) -> HttpResponse {
    let title = "The request is malformed";
    let problem = Problem::of("malformed-request", title, StatusCode::BAD_REQUEST);
    problem.with_detail(detail).response()
}
