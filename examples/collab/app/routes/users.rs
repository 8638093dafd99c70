//! Accounts.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use guard_runtime::{Env, Id, requires_scope};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::data::{date, user};
use crate::app::failure::Failure;
use crate::app::listing::{Asked, Listing, Page};
use crate::app::{Shared, journal};

/// What there is to know of an account.
#[derive(Serialize, ToSchema)]
pub(crate) struct Account {
    id: i64,
    login: String,
    name: String,
    group: String,
    blocked: bool,
    created_on: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAccount {
    login: String,
    name: String,
    group: Group,
}

/// Exactly one: they exclude each other.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Group {
    Internal,
    Portal,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountChange {
    blocked: bool,
}

#[requires_scope(admin.users = GET)]
#[utoipa::path(
    tag = "users", params(Asked),
    responses((status = 200, body = Listing<Account>))
)]
#[get("/api/users")]
pub(crate) async fn list_users(
    page: web::Query<Page>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<Account>>, Failure> {
    let users = user::Entity::find().order_by_asc(user::Column::Id);
    let users = page.of(users, &shared.db).await?;
    Ok(web::Json(users.map(Account::from)))
}

/// An account without a password, to be set by an invitation in real life.
#[requires_scope(admin.users = CREATE)]
#[utoipa::path(tag = "users", responses((status = 201, body = Account), (status = 409)))]
#[post("/api/users")]
pub(crate) async fn add_user(
    env: Env,
    new: web::Json<NewAccount>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let new = new.into_inner();
    Failure::check_text("login", &new.login, 40)?;
    Failure::check_text("name", &new.name, 80)?;
    let group = match new.group {
        Group::Internal => "core_internal",
        Group::Portal => "core_portal",
    };
    let user = user::ActiveModel {
        login: Set(new.login),
        name: Set(new.name),
        password_hash: Set(None),
        group_name: Set(group.to_owned()),
        blocked: Set(false),
        created_on: Set(date::today()),
        ..Default::default()
    };
    let user = user.insert(&shared.db).await?;
    journal::note(&shared.db, &env, None, format!("added account {}", user.id)).await?;
    Ok(HttpResponse::Created().json(Account::from(user)))
}

/// It counts at the account's next request: gates ask the directory each time.
#[requires_scope(admin.users = UPDATE)]
#[utoipa::path(tag = "users", responses((status = 200, body = Account)))]
#[patch("/api/users/{id}")]
pub(crate) async fn block_user(
    env: Env,
    id: web::Path<i64>,
    change: web::Json<AccountChange>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Account>, Failure> {
    not_oneself(&env, *id)?;
    let user = user::Entity::find_by_id(*id).one(&shared.db).await?;
    let mut user = user.ok_or(Failure::NotFound)?.into_active_model();
    user.blocked = Set(change.blocked);
    let user = user.update(&shared.db).await?;
    let what = if user.blocked { "blocked" } else { "unblocked" };
    journal::note(
        &shared.db,
        &env,
        None,
        format!("{what} account {}", user.id),
    )
    .await?;
    Ok(web::Json(user.into()))
}

#[requires_scope(admin.users = DELETE)]
#[utoipa::path(tag = "users", responses((status = 204)))]
#[delete("/api/users/{id}")]
pub(crate) async fn delete_user(
    env: Env,
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    not_oneself(&env, *id)?;
    let deleted = user::Entity::delete_by_id(*id).exec(&shared.db).await?;
    let answer = Failure::deleted(deleted.rows_affected)?;
    // No id is given twice, so what would be left here if this failed is nobody's.
    shared.roles.forget_user(*id).await?;
    shared.tokens.revoke_all_of(&Id::from(*id)).await?;
    journal::note(&shared.db, &env, None, format!("deleted account {id}")).await?;
    Ok(answer)
}

fn not_oneself(env: &Env, id: i64) -> Result<(), Failure> {
    if journal::uid(env) == id {
        return Err(Failure::input("not with your own account"));
    }
    Ok(())
}

impl From<user::Model> for Account {
    fn from(user: user::Model) -> Self {
        Self {
            id: user.id,
            login: user.login,
            name: user.name,
            group: user.group_name,
            blocked: user.blocked,
            created_on: user.created_on,
        }
    }
}
