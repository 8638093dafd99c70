//! The tokens of all users.

use actix_web::web::{Data, Query};
use actix_web::{Error, HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

use super::{body, no_content, token_id, uncached};
use crate::Id;
use crate::denied::Denied;
use crate::env::Env;
use crate::tokens::AccessTokens;

/// Of whom. A misspelt name must not list everybody's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Of {
    owner: Option<String>,
}

pub(super) async fn list_all_tokens(
    tokens: Data<AccessTokens>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let Ok(of) = Query::<Of>::from_query(request.query_string()) else {
        return Ok(body::malformed("the query is `owner=…`, or nothing"));
    };
    let tokens = match of.into_inner().owner {
        Some(owner) => tokens.list_of(&Id::from(owner.as_str())).await?,
        None => tokens.list_all().await?,
    };
    Ok(uncached(HttpResponse::Ok()).json(json!({ "tokens": tokens })))
}

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
