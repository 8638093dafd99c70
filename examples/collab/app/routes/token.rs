//! Signing in as OAuth 2.0 describes it: the password grant of RFC 6749 section 4.3.

use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, post, web};
use guard_runtime::{Id, PermissionSet, User, no_auth};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::app::Shared;
use crate::app::data::user;
use crate::app::failure::Failure;
use crate::app::sessions::LIFETIME;
use crate::scopes;

/// No field is ever logged, so this has no `Debug`. What else a client sends is ignored, as the RFC
/// asks.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PasswordGrant {
    grant_type: String,
    username: String,
    password: String,
    /// What the token is to be limited to, separated by blanks: `user.sessions:GET`.
    scope: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct Session {
    access_token: String,
    token_type: &'static str,
    expires_in: u64,
    scope: String,
}

/// Why there is no token (RFC 6749 section 5.2).
#[derive(Serialize, ToSchema)]
pub(crate) struct GrantError {
    error: &'static str,
    error_description: &'static str,
}

/// Without a scope the token is a full session; with one it is limited to that.
#[no_auth]
#[utoipa::path(
    tag = "sign-in",
    request_body(content = PasswordGrant, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, body = Session), (status = 400, body = GrantError))
)]
#[post("/token")]
pub(crate) async fn token(
    grant: Result<web::Form<PasswordGrant>, actix_web::Error>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let Ok(web::Form(grant)) = grant else {
        return Ok(refusal(
            "invalid_request",
            "send `grant_type`, `username` and `password` once, as a form",
        ));
    };
    if grant.grant_type != "password" {
        return Ok(refusal(
            "unsupported_grant_type",
            "the one grant here is `password`",
        ));
    }
    let Some(user) = sign_in(&shared, grant.username, grant.password).await? else {
        return Ok(refusal(
            "invalid_grant",
            "the name or the password is wrong",
        ));
    };
    let asked = grant.scope.as_deref().unwrap_or_default();
    let limit = if asked.trim().is_empty() {
        None
    } else {
        let limit = limited(&user, asked);
        if limit.is_empty() {
            return Ok(refusal(
                "invalid_scope",
                "the user may do nothing of the scope",
            ));
        }
        Some(limit)
    };
    let session = Session {
        access_token: issue(&shared, user.id(), limit.as_ref())?,
        token_type: "Bearer",
        expires_in: LIFETIME.as_secs(),
        scope: limit.unwrap_or_else(|| user.permissions()).to_string(),
    };
    Ok(uncached(StatusCode::OK, session))
}

/// The user of this name, if the password is theirs and the account is not blocked: nobody is told
/// which it was.
pub(super) async fn sign_in(
    shared: &Shared,
    login: String,
    password: String,
) -> Result<Option<User>, Failure> {
    let account = user::Entity::find()
        .filter(user::Column::Login.eq(login))
        .one(&shared.db)
        .await?;
    let hash = account.as_ref().and_then(|it| it.password_hash.clone());
    let matches = shared.passwords.verify(hash, password).await?;
    let Some(account) = account.filter(|it| matches && !it.blocked) else {
        tracing::info!("a sign-in was refused");
        return Ok(None);
    };
    tracing::info!(uid = account.id, "signed in");
    shared.accounts.user(account.id).await
}

/// A token of the user, with a scope claim if it is limited.
pub(super) fn issue(
    shared: &Shared,
    user: &Id,
    limit: Option<&PermissionSet>,
) -> Result<String, Failure> {
    let claims = limit.map(|limit| json!({ "scope": limit.to_string() }));
    let issued = shared.issuer.issue(user, claims);
    let issued = issued.map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(issued.token)
}

/// What is asked for, as far as it is known and the user has it. What they may do in projects depends
/// on the project, so those permissions stay in: each request asks whether they have them there.
fn limited(user: &User, asked: &str) -> PermissionSet {
    let (asked, _) = scopes::SCHEMA.set(asked.split_ascii_whitespace());
    let global = asked.intersection(&user.permissions());
    global.union(&asked.of_projects())
}

fn refusal(error: &'static str, error_description: &'static str) -> HttpResponse {
    let body = GrantError {
        error,
        error_description,
    };
    uncached(StatusCode::BAD_REQUEST, body)
}

fn uncached(status: StatusCode, body: impl Serialize) -> HttpResponse {
    let mut response = HttpResponse::build(status);
    response.insert_header((CACHE_CONTROL, "no-store"));
    // Clients of HTTP/1.0, as the RFC asks.
    response.insert_header(("pragma", "no-cache")).json(body)
}
