//! Models of projects.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use guard_runtime::{Env, requires_scope};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set,
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::data::model;
use crate::app::failure::Failure;
use crate::app::{Shared, journal};
use crate::scopes;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewModel {
    tool_id: i64,
    name: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ModelName {
    name: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CopyTo {
    project_id: i64,
}

#[requires_scope(project.tool_models = GET)]
#[utoipa::path(tag = "models", responses((status = 200, body = [model::Model])))]
#[get("/api/projects/{project_id}/models")]
pub(crate) async fn list_models(
    project: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<model::Model>>, Failure> {
    let models = model::Entity::find()
        .filter(model::Column::ProjectId.eq(*project))
        .order_by_asc(model::Column::Id);
    Ok(web::Json(models.all(&shared.db).await?))
}

#[requires_scope(project.tool_models = CREATE)]
#[utoipa::path(tag = "models", responses((status = 201, body = model::Model)))]
#[post("/api/projects/{project_id}/models")]
pub(crate) async fn add_model(
    env: Env,
    project: web::Path<i64>,
    new: web::Json<NewModel>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let NewModel { tool_id, name } = new.into_inner();
    Failure::check_text("name", &name, 80)?;
    let model = insert(*project, tool_id, name, &shared).await?;
    journal::note(
        &shared.db,
        &env,
        Some(*project),
        format!("added model {}", model.id),
    )
    .await?;
    Ok(HttpResponse::Created().json(model))
}

#[requires_scope(project.tool_models = [GET, UPDATE])]
#[utoipa::path(tag = "models", responses((status = 200, body = model::Model)))]
#[patch("/api/projects/{project_id}/models/{model_id}")]
pub(crate) async fn rename_model(
    path: web::Path<(i64, i64)>,
    new: web::Json<ModelName>,
    shared: web::Data<Shared>,
) -> Result<web::Json<model::Model>, Failure> {
    let (project, id) = path.into_inner();
    Failure::check_text("name", &new.name, 80)?;
    let mut model = find(project, id, &shared).await?.into_active_model();
    model.name = Set(new.into_inner().name);
    Ok(web::Json(model.update(&shared.db).await?))
}

#[requires_scope(project.tool_models = DELETE)]
#[utoipa::path(tag = "models", responses((status = 204)))]
#[delete("/api/projects/{project_id}/models/{model_id}")]
pub(crate) async fn delete_model(
    env: Env,
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (project, id) = path.into_inner();
    let model = find(project, id, &shared).await?;
    let deleted = model::Entity::delete_by_id(model.id)
        .exec(&shared.db)
        .await?;
    journal::note(
        &shared.db,
        &env,
        Some(project),
        format!("deleted model {id}"),
    )
    .await?;
    Failure::deleted(deleted.rows_affected)
}

/// The gate asks about the project in the path; about the one in the body only the handler can.
#[requires_scope(project.tool_models = GET)]
#[utoipa::path(tag = "models", responses((status = 201, body = model::Model)))]
#[post("/api/projects/{project_id}/models/{model_id}/copy")]
pub(crate) async fn copy_model(
    env: Env,
    path: web::Path<(i64, i64)>,
    to: web::Json<CopyTo>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (project, id) = path.into_inner();
    let to = to.into_inner().project_id;
    env.require_in(scopes::project::tool_models::CREATE, to)
        .await?;
    let model = find(project, id, &shared).await?;
    let copy = insert(to, model.tool_id, model.name, &shared).await?;
    journal::note(&shared.db, &env, Some(to), format!("copied model {id}")).await?;
    Ok(HttpResponse::Created().json(copy))
}

/// A model of another project is one that does not exist.
pub(super) async fn find(project: i64, id: i64, shared: &Shared) -> Result<model::Model, Failure> {
    let model = model::Entity::find_by_id(id)
        .filter(model::Column::ProjectId.eq(project))
        .one(&shared.db)
        .await?;
    model.ok_or(Failure::NotFound)
}

async fn insert(
    project: i64,
    tool: i64,
    name: String,
    shared: &Shared,
) -> Result<model::Model, Failure> {
    let model = model::ActiveModel {
        project_id: Set(project),
        tool_id: Set(tool),
        name: Set(name),
        shares_licences: Set(false),
        ..Default::default()
    };
    Ok(model.insert(&shared.db).await?)
}
