//! The response: RFC 9457 problem, RFC 6750 challenge.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;

use super::{Denied, Reason};

/// What a problem's name is appended to, unless the application says otherwise.
pub(crate) const DEFAULT_BASE: &str = "urn:guard:problem:";

/// The realm of challenges, unless the application says otherwise.
pub(crate) const DEFAULT_REALM: &str = "api";

#[derive(Serialize)]
struct Problem<'a> {
    r#type: String,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    required: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    missing: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
}

pub(super) fn response(denied: &Denied) -> HttpResponse {
    let parts = &denied.0;
    let mut response = HttpResponse::build(denied.status_code());
    if let Some(challenge) = challenge(denied) {
        response.insert_header((header::WWW_AUTHENTICATE, challenge));
    }
    // An answer about one caller is for no other: not from a cache either.
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if parts.reason == Reason::Preflight {
        return response.finish();
    }
    let base = parts
        .control
        .as_ref()
        .map_or(DEFAULT_BASE, |it| &it.problem_base);
    let problem = Problem {
        r#type: format!("{base}{}", denied.problem()),
        title: parts.reason.title(),
        status: denied.status_code().as_u16(),
        required: &parts.required,
        missing: &parts.missing,
        request_id: parts.request_id.as_ref().map(ToString::to_string),
    };
    response
        .content_type("application/problem+json")
        .body(serde_json::to_string(&problem).unwrap_or_default())
}

/// `Bearer realm="…"`, with the error's code and a sentence where there is one.
pub(super) fn challenge(denied: &Denied) -> Option<HeaderValue> {
    let reason = denied.0.reason;
    if !reason.has_challenge() {
        return None;
    }
    let control = denied.0.control.as_ref();
    let realm = control.map_or(DEFAULT_REALM, |it| &it.realm);
    let mut challenge = format!("Bearer realm=\"{realm}\"");
    if let Some(error) = reason.oauth_error() {
        challenge.push_str(", error=\"");
        challenge.push_str(error);
        challenge.push_str("\", error_description=\"");
        challenge.push_str(reason.title());
        challenge.push('"');
    }
    HeaderValue::from_str(&challenge).ok()
}
