//! Looking after the installation, behind the gate of the scope these are registered in.

use actix_web::{HttpResponse, delete, get, web};
use guard_runtime::requires_scope;
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Shared;
use crate::app::data::{event, project, session, user, workspace};
use crate::app::failure::Failure;
use crate::app::listing::{Asked, Listing, Page};

#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    users: u64,
    projects: u64,
    sessions: u64,
}

#[requires_scope(admin.monitoring = GET)]
#[utoipa::path(
    context_path = "/api/admin", tag = "administration",
    responses((status = 200, body = Health))
)]
#[get("/monitoring")]
pub(crate) async fn monitoring(shared: web::Data<Shared>) -> Result<web::Json<Health>, Failure> {
    Ok(web::Json(Health {
        users: user::Entity::find().count(&shared.db).await?,
        projects: project::Entity::find().count(&shared.db).await?,
        sessions: session::Entity::find().count(&shared.db).await?,
    }))
}

#[requires_scope(admin.events = GET)]
#[utoipa::path(
    context_path = "/api/admin", tag = "administration",
    params(Asked), responses((status = 200, body = Listing<event::Model>))
)]
#[get("/events")]
pub(crate) async fn list_events(
    page: web::Query<Page>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<event::Model>>, Failure> {
    let events = event::Entity::find().order_by_desc(event::Column::Id);
    Ok(web::Json(page.of(events, &shared.db).await?))
}

#[requires_scope(admin.workspaces = GET)]
#[utoipa::path(
    context_path = "/api/admin", tag = "administration",
    responses((status = 200, body = [workspace::Model]))
)]
#[get("/workspaces")]
pub(crate) async fn list_workspaces(
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<workspace::Model>>, Failure> {
    let workspaces = workspace::Entity::find().order_by_asc(workspace::Column::Id);
    Ok(web::Json(workspaces.all(&shared.db).await?))
}

#[requires_scope(admin.workspaces = DELETE)]
#[utoipa::path(
    context_path = "/api/admin", tag = "administration",
    responses((status = 204))
)]
#[delete("/workspaces/{id}")]
pub(crate) async fn delete_workspace(
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let deleted = workspace::Entity::delete_by_id(*id)
        .exec(&shared.db)
        .await?;
    Failure::deleted(deleted.rows_affected)
}
