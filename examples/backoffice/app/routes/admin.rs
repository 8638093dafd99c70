//! Looking after accounts, behind the gate of the scope they are registered in.

use std::time::{SystemTime, UNIX_EPOCH};

use actix_web::{HttpResponse, Responder, get, post, web};
use guard_runtime::{Env, Id, requires_group, requires_internal};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::Shared;
use crate::app::data::user;
use crate::app::failure::Failure;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Blocking {
    blocked: bool,
}

#[derive(Serialize)]
pub(super) struct Account {
    id: i64,
    login: String,
    name: String,
    email: String,
    contact_id: Option<i64>,
    blocked: bool,
    created_on: String,
}

/// All gates of the program.
#[requires_internal]
#[get("/gates")]
pub(super) async fn gates() -> impl Responder {
    let gates = guard_runtime::gates().into_iter().map(|gate| {
        json!({
            "handler": gate.handler,
            "routes": gate.routes,
            "requires": gate.requirement.to_string(),
        })
    });
    web::Json(gates.collect::<Value>())
}

#[requires_internal]
#[get("/users/{id}")]
pub(super) async fn read_user(
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Account>, Failure> {
    let user = user::Entity::find_by_id(*id).one(&shared.db).await?;
    Ok(web::Json(user.ok_or(Failure::NotFound)?.into()))
}

/// It counts at the account's next request: gates ask the directory each time.
#[requires_group(account_admin)]
#[post("/users/{id}/blocked")]
pub(super) async fn block_user(
    env: Env,
    id: web::Path<i64>,
    blocking: web::Json<Blocking>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Account>, Failure> {
    if *env.uid() == Id::from(*id) {
        return Err(Failure::input("you cannot block yourself"));
    }
    let user = user::Entity::find_by_id(*id).one(&shared.db).await?;
    let mut user = user.ok_or(Failure::NotFound)?.into_active_model();
    user.blocked = Set(blocking.blocked);
    Ok(web::Json(user.update(&shared.db).await?.into()))
}

/// Ends all sessions of the account; it may sign in again.
#[requires_group(account_admin)]
#[post("/users/{id}/sign-out")]
pub(super) async fn sign_user_out(
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let user = user::Entity::find_by_id(*id).one(&shared.db).await?;
    let user = user.ok_or(Failure::NotFound)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |it| i64::try_from(it.as_secs()).unwrap_or(i64::MAX));
    shared.revocations.revoke_user(&Id::from(user.id), now);
    Ok(HttpResponse::NoContent().finish())
}

impl From<user::Model> for Account {
    fn from(user: user::Model) -> Self {
        Self {
            id: user.id,
            login: user.login,
            name: user.name,
            email: user.email,
            contact_id: user.contact_id,
            blocked: user.blocked,
            created_on: user.created_on,
        }
    }
}
