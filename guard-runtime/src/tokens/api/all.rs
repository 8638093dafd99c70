//! The tokens of all users.

use actix_web::error::QueryPayloadError;
use actix_web::web::{Data, Query};
use actix_web::{Error, HttpRequest, HttpResponse};
use serde::Deserialize;

use super::answer::{RevokedTokens, TokenList};
use super::{body, no_content, token_id, uncached};
use crate::Id;
use crate::denied::Denied;
#[cfg(feature = "openapi")]
use crate::docs::Refusal;
use crate::env::Env;
use crate::tokens::AccessTokens;
#[cfg(feature = "openapi")]
use crate::tokens::problem::Problem;

/// Of whom. A misspelt name must not list everybody's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Of {
    owner: Option<String>,
}

/// Lists the personal access tokens of all users, or of one.
///
/// Oldest first; expired and revoked ones too. What each may do now is known in the list of one owner
/// alone.
#[cfg_attr(feature = "openapi", utoipa::path(
    get,
    path = "/all",
    tag = "tokens",
    params(("owner" = Option<String>, Query, description = "The id of the user whose tokens they are.")),
    responses(
        (status = 200, description = "The tokens, without their secrets.", body = TokenList),
        (status = 400, description = "The query is neither `owner=…` nor nothing.",
            body = Problem<'_>, content_type = "application/problem+json"),
    ),
))]
pub(super) async fn list_all_tokens(
    tokens: Data<AccessTokens>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let Ok(owner) = owner(&request) else {
        return Ok(body::malformed("the query is `owner=…`, or nothing"));
    };
    let tokens = match owner {
        Some(owner) => tokens.list_of(&owner).await?,
        None => tokens.list_all().await?,
    };
    Ok(uncached(HttpResponse::Ok()).json(TokenList { tokens }))
}

/// Revokes a personal access token, whoever's it is.
///
/// It is refused from now on. One that is revoked already stays so.
#[cfg_attr(feature = "openapi", utoipa::path(
    delete,
    path = "/all/{token_id}",
    tag = "tokens",
    params(("token_id" = String, Path, description = "The token's id: no part of its secret.")),
    responses(
        (status = 204, description = "It is revoked."),
        (status = 404, description = "There is no such token.",
            body = Refusal, content_type = "application/problem+json"),
    ),
))]
pub(super) async fn revoke_any_token(
    env: Env,
    tokens: Data<AccessTokens>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    let id = token_id(&request);
    tokens.revoke_any(id).await?;
    tracing::info!(uid = %env.uid(), token = id, "revoked in the administration");
    Ok(no_content())
}

/// Revokes all personal access tokens of one user.
#[cfg_attr(feature = "openapi", utoipa::path(
    delete,
    path = "/all",
    tag = "tokens",
    params(("owner" = String, Query, description = "The id of the user whose tokens they are.")),
    responses(
        (status = 200, description = "They are revoked.", body = RevokedTokens),
        (status = 400, description = "The query is not `owner=…`.",
            body = Problem<'_>, content_type = "application/problem+json"),
    ),
))]
pub(super) async fn revoke_tokens_of(
    env: Env,
    tokens: Data<AccessTokens>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    let Ok(Some(owner)) = owner(&request) else {
        return Ok(body::malformed("the query is `owner=…`"));
    };
    let revoked = tokens.revoke_all_of(&owner).await?;
    tracing::info!(uid = %env.uid(), %owner, "revoked in the administration");
    Ok(uncached(HttpResponse::Ok()).json(RevokedTokens { revoked }))
}

fn owner(request: &HttpRequest) -> Result<Option<Id>, QueryPayloadError> {
    let of = Query::<Of>::from_query(request.query_string())?;
    Ok(of.into_inner().owner.as_deref().map(Id::from))
}
