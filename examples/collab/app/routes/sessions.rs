//! Sessions: tools that run for somebody.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use guard_runtime::{Env, requires_scope};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set,
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::data::{date, session};
use crate::app::failure::Failure;
use crate::app::{Shared, journal};
use crate::scopes;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSession {
    tool_id: i64,
    /// Whose models to open.
    project_id: Option<i64>,
    read_only: bool,
    title: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SessionTitle {
    title: String,
}

/// One's own sessions, or those of everybody for who may see them.
#[requires_scope(any(user.sessions = GET, admin.sessions = GET))]
#[utoipa::path(tag = "sessions", responses((status = 200, body = [session::Model])))]
#[get("/api/sessions")]
pub(crate) async fn list_sessions(
    env: Env,
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<session::Model>>, Failure> {
    let mut sessions = session::Entity::find().order_by_asc(session::Column::Id);
    if !env.may(scopes::admin::sessions::GET) {
        sessions = sessions.filter(session::Column::OwnerId.eq(journal::uid(&env)));
    }
    Ok(web::Json(sessions.all(&shared.db).await?))
}

/// The project is named in the body, so the gate cannot ask about it: the handler does.
#[requires_scope(user.sessions = CREATE)]
#[utoipa::path(tag = "sessions", responses((status = 201, body = session::Model)))]
#[post("/api/sessions")]
pub(crate) async fn start_session(
    env: Env,
    new: web::Json<NewSession>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let new = new.into_inner();
    Failure::check_text("title", &new.title, 80)?;
    if let Some(project) = new.project_id {
        env.require_in(scopes::project::tool_models::GET, project)
            .await?;
        if !new.read_only {
            env.require_in(scopes::project::t4c_access::UPDATE, project)
                .await?;
        }
    }
    let session = session::ActiveModel {
        owner_id: Set(journal::uid(&env)),
        tool_id: Set(new.tool_id),
        project_id: Set(new.project_id),
        read_only: Set(new.read_only),
        title: Set(new.title),
        started_on: Set(date::today()),
        ..Default::default()
    };
    let session = session.insert(&shared.db).await?;
    journal::note(&shared.db, &env, new.project_id, "started a session").await?;
    Ok(HttpResponse::Created().json(session))
}

#[requires_scope(user.sessions = UPDATE)]
#[utoipa::path(tag = "sessions", responses((status = 200, body = session::Model)))]
#[patch("/api/sessions/{id}")]
pub(crate) async fn rename_session(
    env: Env,
    id: web::Path<i64>,
    new: web::Json<SessionTitle>,
    shared: web::Data<Shared>,
) -> Result<web::Json<session::Model>, Failure> {
    Failure::check_text("title", &new.title, 80)?;
    let mut session = own(&env, *id, &shared).await?.into_active_model();
    session.title = Set(new.into_inner().title);
    Ok(web::Json(session.update(&shared.db).await?))
}

#[requires_scope(user.sessions = DELETE)]
#[utoipa::path(tag = "sessions", responses((status = 204)))]
#[delete("/api/sessions/{id}")]
pub(crate) async fn end_session(
    env: Env,
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let session = own(&env, *id, &shared).await?;
    let deleted = session::Entity::delete_by_id(session.id)
        .exec(&shared.db)
        .await?;
    Failure::deleted(deleted.rows_affected)
}

/// A session of somebody else is one that does not exist.
async fn own(env: &Env, id: i64, shared: &Shared) -> Result<session::Model, Failure> {
    let session = session::Entity::find_by_id(id)
        .filter(session::Column::OwnerId.eq(journal::uid(env)))
        .one(&shared.db)
        .await?;
    session.ok_or(Failure::NotFound)
}
