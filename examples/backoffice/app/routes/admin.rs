//! Looking after accounts, behind the gate of the scope they are registered in.

use std::time::{SystemTime, UNIX_EPOCH};

use actix_web::{HttpResponse, Responder, get, post, web};
use guard_runtime::records::{GuardedDb, ReadableOf};
use guard_runtime::{Env, Id, Revocations, requires_group, requires_internal};
use sea_orm::{Set, Unchanged};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::data::user;
use crate::app::failure::Failure;
use crate::app::object::Object;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Blocking {
    blocked: bool,
}

/// An account, without what nobody may read.
type Account = web::Json<ReadableOf<user::Entity>>;

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
pub(super) async fn read_user(id: web::Path<i64>, db: GuardedDb) -> Result<Account, Failure> {
    Ok(web::Json(db.get::<user::Entity>(*id).await?))
}

/// It counts at the account's next request: gates ask the directory each time.
#[requires_group(account_admin)]
#[post("/users/{id}/blocked")]
pub(super) async fn block_user(
    env: Env,
    id: web::Path<i64>,
    web::Json(Object(blocking)): web::Json<Object<Blocking>>,
    db: GuardedDb,
) -> Result<Account, Failure> {
    if *env.uid() == Id::from(*id) {
        return Err(Failure::input("you cannot block yourself"));
    }
    let change = user::ActiveModel {
        id: Unchanged(*id),
        blocked: Set(blocking.blocked),
        ..Default::default()
    };
    let user = db.update(change).exec().await?;
    Ok(web::Json(user.readable()?))
}

/// Ends all sessions of the account; it may sign in again.
#[requires_group(account_admin)]
#[post("/users/{id}/sign-out")]
pub(super) async fn sign_user_out(
    id: web::Path<i64>,
    revocations: web::Data<Revocations>,
    db: GuardedDb,
) -> Result<HttpResponse, Failure> {
    let user = db.get::<user::Entity>(*id).await?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |it| i64::try_from(it.as_secs()).unwrap_or(i64::MAX));
    revocations.revoke_user(&Id::from(user.id), now);
    Ok(HttpResponse::NoContent().finish())
}
