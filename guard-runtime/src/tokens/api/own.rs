//! The own tokens.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};

use super::answer::{RevokedTokens, TokenList};
use super::{no_content, uncached};
use crate::denied::Denied;
#[cfg(feature = "openapi")]
use crate::docs::Refusal;
use crate::env::Env;
use crate::tokens::{AccessTokens, NewToken, TokenError};
#[cfg(feature = "openapi")]
use crate::tokens::{CreatedToken, problem::Problem};

/// Lists the caller's personal access tokens.
///
/// Oldest first; expired and revoked ones too.
#[cfg_attr(feature = "openapi", utoipa::path(
    get,
    path = "",
    tag = "tokens",
    responses((status = 200, description = "The tokens, without their secrets.", body = TokenList)),
))]
pub(super) async fn list_tokens(
    env: Env,
    tokens: Data<AccessTokens>,
) -> Result<HttpResponse, Denied> {
    let tokens = tokens.list(&env).await?;
    Ok(uncached(HttpResponse::Ok()).json(TokenList { tokens }))
}

/// Creates a personal access token.
///
/// It may do what it is given here and the caller may do: nothing beyond what the caller has, and for
/// a limited credential no longer than that lasts.
#[cfg_attr(feature = "openapi", utoipa::path(
    post,
    path = "",
    tag = "tokens",
    request_body(content = NewToken, description = "The token that is asked for: up to 64 KiB."),
    responses(
        (status = 201, description = "The token, with its secret: it is shown this once.", body = CreatedToken),
        (status = 400, description = "The body is no such JSON.",
            body = Problem<'_>, content_type = "application/problem+json"),
        (status = 404, description = "A project does not exist for the caller.",
            body = Refusal, content_type = "application/problem+json"),
        (status = 409, description = "The caller has as many tokens as they may: one has to be revoked first.",
            body = Problem<'_>, content_type = "application/problem+json"),
        (status = 413, description = "The body has more than 64 KiB.",
            body = Problem<'_>, content_type = "application/problem+json"),
        (status = 415, description = "The body is not `application/json`.",
            body = Problem<'_>, content_type = "application/problem+json"),
        (status = 422, description = "The token cannot be as it was asked for: `errors` has all mistakes.",
            body = Problem<'_>, content_type = "application/problem+json"),
    ),
))]
pub(super) async fn create_token(
    env: Env,
    tokens: Data<AccessTokens>,
    new: Json<NewToken>,
) -> Result<HttpResponse, TokenError> {
    let created = tokens.create(&env, new.into_inner()).await?;
    Ok(uncached(HttpResponse::Created()).json(created))
}

/// Revokes one of the caller's personal access tokens.
///
/// It is refused from now on. One that is revoked already stays so.
#[cfg_attr(feature = "openapi", utoipa::path(
    delete,
    path = "/{token_id}",
    tag = "tokens",
    params(("token_id" = String, Path, description = "The token's id: no part of its secret.")),
    responses(
        (status = 204, description = "It is revoked."),
        (status = 404, description = "The caller has no such token.",
            body = Refusal, content_type = "application/problem+json"),
    ),
))]
pub(super) async fn revoke_token(
    env: Env,
    tokens: Data<AccessTokens>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    tokens.revoke(&env, super::token_id(&request)).await?;
    Ok(no_content())
}

/// Revokes all of the caller's personal access tokens.
#[cfg_attr(feature = "openapi", utoipa::path(
    delete,
    path = "",
    tag = "tokens",
    responses((status = 200, description = "They are revoked.", body = RevokedTokens)),
))]
pub(super) async fn revoke_tokens(
    env: Env,
    tokens: Data<AccessTokens>,
) -> Result<HttpResponse, Denied> {
    let revoked = tokens.revoke_all(&env).await?;
    Ok(uncached(HttpResponse::Ok()).json(RevokedTokens { revoked }))
}
