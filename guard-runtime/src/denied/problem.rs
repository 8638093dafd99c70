//! The response: a problem of RFC 9457.

use std::cell::RefCell;
use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpResponse, ResponseError};
use serde::{Serialize, Serializer};

use super::{Denied, Reason, challenge_of};
use crate::env::{RequestId, current_slot};

const PROBLEM_JSON: &str = "application/problem+json";

/// What a problem's name is appended to, unless the application says otherwise.
pub(crate) const DEFAULT_BASE: &str = "urn:guard:problem:";

/// The realm of challenges, unless the application says otherwise.
pub(crate) const DEFAULT_REALM: &str = "api";

#[derive(Serialize)]
struct Problem<'a> {
    r#type: Shown<Type<'a>>,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    required: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    missing: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<&'a serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<Shown<&'a RequestId>>,
}

impl<'a> Problem<'a> {
    fn of(base: &'a str, reason: Reason) -> Self {
        Self {
            r#type: Shown(Type(base, reason.problem())),
            title: reason.title(),
            status: reason.status().as_u16(),
            required: &[],
            missing: &[],
            explanation: None,
            request_id: None,
        }
    }
}

/// Serialized as it is displayed, without a string of its own.
struct Shown<T>(T);

impl<T: fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// What the application's problems begin with, and the name of this one.
struct Type<'a>(&'a str, &'static str);

impl fmt::Display for Type<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)?;
        f.write_str(self.1)
    }
}

pub(super) fn response(denied: &Denied) -> HttpResponse {
    let mut response = HttpResponse::build(denied.status_code());
    if let Some(challenge) = challenge_of(denied) {
        response.insert_header((header::WWW_AUTHENTICATE, challenge));
    }
    // The one of our statuses that a cache may keep without being told (RFC 9110 section 15.1):
    // what one caller may not see may be there for the next.
    if denied.reason == Reason::NotFound {
        response.insert_header((header::CACHE_CONTROL, HeaderValue::from_static("no-store")));
    }
    if denied.reason == Reason::Preflight {
        return response.finish();
    }
    response.insert_header((header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON)));
    let control = denied.control.as_ref();
    let base = control.map_or(DEFAULT_BASE, |it| &it.problem_base);
    let body = match control {
        Some(control) if denied.reason == Reason::NoCredentials => {
            finished(&control.missing_credentials, denied.request_id.as_ref())
        }
        _ => json(&Problem {
            required: denied.required(),
            missing: denied.missing(),
            explanation: denied.explanation(),
            request_id: denied.request_id.as_ref().map(Shown),
            ..Problem::of(base, denied.reason)
        }),
    };
    let mut response = response.body(body);
    if control.is_some_and(|it| it.render.is_some()) {
        // Found by the middleware also where an error of the application's own wraps it.
        response.extensions_mut().insert(denied.clone());
    }
    response
}

/// The `type` of a problem of this name, and the id of the request that runs now: for problems that are
/// no refusals.
pub(crate) fn named(name: &str) -> (String, Option<String>) {
    let slot = current_slot();
    let control = slot.as_ref().and_then(|it| it.control());
    let base = control.map_or(DEFAULT_BASE, |it| &it.problem_base);
    let request_id = slot.as_ref().map(|it| it.request_id.to_string());
    (format!("{base}{name}"), request_id)
}

/// The answer that such a problem is.
pub(crate) fn answer(status: StatusCode, problem: &impl Serialize) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON)))
        .body(written(|buffer| append(buffer, problem)))
}

/// The problem of a request without credentials, which is most of what is refused, as far as it is
/// the same each time: all but the id and the last brace.
pub(crate) fn missing_credentials(base: &str) -> Bytes {
    let mut whole = json(&Problem::of(base, Reason::NoCredentials));
    whole.truncate(whole.len().saturating_sub(1));
    whole
}

fn finished(beginning: &[u8], request_id: Option<&RequestId>) -> Bytes {
    written(|buffer| {
        buffer.extend_from_slice(beginning);
        if let Some(id) = request_id {
            buffer.extend_from_slice(b",\"request_id\":");
            append(buffer, &Shown(id));
        }
        buffer.push(b'}');
    })
}

fn json(problem: &Problem<'_>) -> Bytes {
    written(|buffer| append(buffer, problem))
}

fn append(buffer: &mut Vec<u8>, value: &impl Serialize) {
    // Writing plain text into memory does not fail.
    let _ = serde_json::to_writer(buffer, value);
}

/// Written into memory that is kept, so that the answer takes one allocation of its own size.
fn written(write: impl FnOnce(&mut Vec<u8>)) -> Bytes {
    thread_local! {
        static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    BUFFER.with_borrow_mut(|buffer| {
        buffer.clear();
        write(buffer);
        Bytes::copy_from_slice(buffer)
    })
}
