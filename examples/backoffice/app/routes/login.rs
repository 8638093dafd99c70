//! Signing in.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, post, web};
use guard_runtime::{Id, no_auth};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use crate::app::Shared;
use crate::app::data::user;
use crate::app::failure::Failure;
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
    credentials: web::Json<Credentials>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let Credentials { name, password } = credentials.into_inner();
    let user = user::Entity::find()
        .filter(user::Column::Login.eq(name))
        .one(&shared.db)
        .await?;
    let hash = user.as_ref().and_then(|user| user.password_hash.clone());
    let matches = shared.passwords.verify(hash, password).await?;
    // Decided after the password, so that a blocked account is told by nothing.
    let user = user.filter(|user| matches && !user.blocked);
    let Some(user) = user else {
        tracing::info!("a sign-in was refused");
        return Err(Failure::SignIn);
    };
    let issued = shared
        .issuer
        .issue(&Id::from(user.id), ())
        .map_err(|error| Failure::Broken(error.to_string()))?;
    tracing::info!(uid = user.id, "signed in");
    let session = Session {
        token: issued.token,
        token_type: "Bearer",
        expires_in: LIFETIME.as_secs(),
    };
    let mut response = HttpResponse::Ok();
    response.insert_header((CACHE_CONTROL, "no-store"));
    Ok(response.json(session))
}
