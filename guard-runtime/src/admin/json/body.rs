//! Bodies, which are read when it is known that they may be.

use std::fmt;

use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value as Json;

use crate::admin::objects::{Entered, Given};
use crate::admin::problem::{malformed, no_json, too_large};

/// The most bytes of a body.
pub(in crate::admin) const MOST: usize = 1024 * 1024;

/// Reads a body of JSON.
pub(super) async fn json<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: Payload,
) -> Result<T, HttpResponse> {
    if !is_json(request) {
        return Err(no_json());
    }
    let read = payload.to_bytes_limited(MOST).await;
    let bytes = read
        .map_err(|_| too_large(MOST))?
        .map_err(|_| malformed("the body cannot be read"))?;
    serde_json::from_slice(&bytes).map_err(|error| {
        // Where, and not what: the body may hold what belongs into no answer and no log.
        let (line, column) = (error.line(), error.column());
        let what = if error.is_data() {
            "not what this route takes"
        } else {
            "this is no JSON"
        };
        malformed(format!("line {line}, column {column}: {what}"))
    })
}

fn is_json(request: &HttpRequest) -> bool {
    let mut types = request.headers().get_all(CONTENT_TYPE);
    let (Some(kind), None) = (types.next(), types.next()) else {
        return false;
    };
    let kind = kind.to_str().unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/json")
}

/// An object as it was sent: a member that stands twice does too.
#[derive(Debug, Default)]
pub(super) struct Members(pub(super) Entered);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OfMembers)
    }
}

struct OfMembers;

impl<'de> Visitor<'de> for OfMembers {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, Json>()? {
            members.push((name, Given::Json(value)));
        }
        Ok(Members(members))
    }
}
