//! Signing in.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, post, web};
use guard_runtime::no_auth;
use serde::{Deserialize, Serialize};

use crate::app::failure::Failure;
use crate::app::object::Object;
use crate::app::sign_in::SignIn;
use crate::app::tokens::LIFETIME;

/// Neither field is ever logged, so this has no `Debug`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Credentials {
    name: String,
    password: String,
}

#[derive(Serialize)]
pub(super) struct Session {
    token: String,
    token_type: &'static str,
    expires_in: u64,
}

#[no_auth]
#[post("/api/login")]
pub(super) async fn login(
    web::Json(Object(credentials)): web::Json<Object<Credentials>>,
    sign_in: web::Data<SignIn>,
) -> Result<HttpResponse, Failure> {
    let Credentials { name, password } = credentials;
    let issued = sign_in.with_password(&name, password).await?;
    let session = Session {
        token: issued.token,
        token_type: "Bearer",
        expires_in: LIFETIME.as_secs(),
    };
    let mut response = HttpResponse::Ok();
    response.insert_header((CACHE_CONTROL, "no-store"));
    Ok(response.json(session))
}
