//! The check as one would write it by hand: an extractor, the same verification, the same answers.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, web};
use jsonwebtoken::{DecodingKey, Validation, decode};
use serde::{Deserialize, Serialize};

use crate::requests::{AUDIENCE, ISSUER, SECRET};

/// The key and the rules, made once.
pub(crate) struct Verifier {
    key: DecodingKey,
    validation: Validation,
}

#[derive(Deserialize)]
struct Claims {
    sub: String,
    groups: Vec<String>,
}

/// An internal user.
pub(crate) struct InternalUser {
    pub(crate) id: String,
}

#[derive(Serialize)]
struct Problem {
    r#type: &'static str,
    title: &'static str,
    status: u16,
}

impl Verifier {
    pub(crate) fn new() -> Self {
        let mut validation = Validation::new(jsonwebtoken::Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        Self {
            key: DecodingKey::from_secret(SECRET),
            validation,
        }
    }
}

impl FromRequest for InternalUser {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(check(request))
    }
}

fn check(request: &HttpRequest) -> Result<InternalUser, Error> {
    let unauthorized = |error: &'static str, title| refusal(StatusCode::UNAUTHORIZED, error, title);
    let token = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or_else(|| unauthorized("", "Sign in to do this"))?;
    let verifier = request
        .app_data::<web::Data<Verifier>>()
        .ok_or_else(|| actix_web::error::ErrorInternalServerError("no verifier"))?;
    let claims = decode::<Claims>(token, &verifier.key, &verifier.validation)
        .map_err(|_| unauthorized(", error=\"invalid_token\"", "The token is not valid"))?
        .claims;
    if claims.groups.iter().any(|group| group == "core_internal") {
        return Ok(InternalUser { id: claims.sub });
    }
    Err(refusal(
        StatusCode::FORBIDDEN,
        ", error=\"insufficient_scope\"",
        "You are not allowed to do this",
    ))
}

fn refusal(status: StatusCode, error: &str, title: &'static str) -> Error {
    let problem = Problem {
        r#type: "urn:example:problem",
        title,
        status: status.as_u16(),
    };
    let response = HttpResponse::build(status)
        .insert_header((WWW_AUTHENTICATE, format!("Bearer realm=\"api\"{error}")))
        .content_type("application/problem+json")
        .body(serde_json::to_string(&problem).unwrap_or_default());
    InternalError::from_response("refused", response).into()
}
