//! The own tokens.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use super::{no_content, uncached};
use crate::denied::Denied;
use crate::env::Env;
use crate::tokens::{AccessTokens, NewToken, TokenError};

pub(super) async fn list_tokens(
    env: Env,
    tokens: Data<AccessTokens>,
) -> Result<HttpResponse, Denied> {
    let tokens = tokens.list(&env).await?;
    Ok(uncached(HttpResponse::Ok()).json(json!({ "tokens": tokens })))
}

pub(super) async fn create_token(
    env: Env,
    tokens: Data<AccessTokens>,
    new: Json<NewToken>,
) -> Result<HttpResponse, TokenError> {
    let created = tokens.create(&env, new.into_inner()).await?;
    Ok(uncached(HttpResponse::Created()).json(created))
}

pub(super) async fn revoke_token(
    env: Env,
    tokens: Data<AccessTokens>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    tokens.revoke(&env, super::token_id(&request)).await?;
    Ok(no_content())
}

pub(super) async fn revoke_tokens(
    env: Env,
    tokens: Data<AccessTokens>,
) -> Result<HttpResponse, Denied> {
    let revoked = tokens.revoke_all(&env).await?;
    Ok(uncached(HttpResponse::Ok()).json(json!({ "revoked": revoked })))
}
