//! Pipelines, behind the gate of the scope they are registered in: who runs them sees the project.

use actix_web::{HttpResponse, delete, get, post, web};
use guard_runtime::{Env, requires_scope};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::Deserialize;
use utoipa::ToSchema;

use super::models;
use crate::app::data::{date, pipeline, pipeline_run};
use crate::app::failure::Failure;
use crate::app::{Shared, journal};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPipeline {
    model_id: i64,
    schedule: String,
}

// Of a handler in a scope, its own path is all that `utoipa::path` knows: the rest is said here.
#[requires_scope(project.pipelines = GET)]
#[utoipa::path(
    path = "/api/projects/{project_id}/pipelines", tag = "pipelines",
    params(("project_id" = i64, Path)),
    responses((status = 200, body = [pipeline::Model]))
)]
#[get("")]
pub(crate) async fn list_pipelines(
    project: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<pipeline::Model>>, Failure> {
    let pipelines = pipeline::Entity::find()
        .filter(pipeline::Column::ProjectId.eq(*project))
        .order_by_asc(pipeline::Column::Id);
    Ok(web::Json(pipelines.all(&shared.db).await?))
}

#[requires_scope(project.pipelines = CREATE)]
#[utoipa::path(
    path = "/api/projects/{project_id}/pipelines", tag = "pipelines",
    params(("project_id" = i64, Path)),
    responses((status = 201, body = pipeline::Model))
)]
#[post("")]
pub(crate) async fn add_pipeline(
    project: web::Path<i64>,
    new: web::Json<NewPipeline>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let NewPipeline { model_id, schedule } = new.into_inner();
    Failure::check_text("schedule", &schedule, 40)?;
    let model = models::find(*project, model_id, &shared).await?;
    let pipeline = pipeline::ActiveModel {
        project_id: Set(*project),
        model_id: Set(model.id),
        schedule: Set(schedule),
        ..Default::default()
    };
    Ok(HttpResponse::Created().json(pipeline.insert(&shared.db).await?))
}

#[requires_scope(project.pipelines = DELETE)]
#[utoipa::path(
    path = "/api/projects/{project_id}/pipelines/{pipeline_id}", tag = "pipelines",
    params(("project_id" = i64, Path), ("pipeline_id" = i64, Path)),
    responses((status = 204))
)]
#[delete("/{pipeline_id}")]
pub(crate) async fn delete_pipeline(
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (project, id) = path.into_inner();
    let pipeline = find(project, id, &shared).await?;
    let deleted = pipeline::Entity::delete_by_id(pipeline.id)
        .exec(&shared.db)
        .await?;
    Failure::deleted(deleted.rows_affected)
}

#[requires_scope(project.pipeline_runs = GET)]
#[utoipa::path(
    path = "/api/projects/{project_id}/pipelines/{pipeline_id}/runs", tag = "pipelines",
    params(("project_id" = i64, Path), ("pipeline_id" = i64, Path)),
    responses((status = 200, body = [pipeline_run::Model]))
)]
#[get("/{pipeline_id}/runs")]
pub(crate) async fn list_runs(
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<pipeline_run::Model>>, Failure> {
    let (project, id) = path.into_inner();
    let pipeline = find(project, id, &shared).await?;
    let runs = pipeline_run::Entity::find()
        .filter(pipeline_run::Column::PipelineId.eq(pipeline.id))
        .order_by_desc(pipeline_run::Column::Id);
    Ok(web::Json(runs.all(&shared.db).await?))
}

#[requires_scope(project.pipeline_runs = CREATE)]
#[utoipa::path(
    path = "/api/projects/{project_id}/pipelines/{pipeline_id}/runs", tag = "pipelines",
    params(("project_id" = i64, Path), ("pipeline_id" = i64, Path)),
    responses((status = 201, body = pipeline_run::Model))
)]
#[post("/{pipeline_id}/runs")]
pub(crate) async fn start_run(
    env: Env,
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (project, id) = path.into_inner();
    let pipeline = find(project, id, &shared).await?;
    let run = pipeline_run::ActiveModel {
        pipeline_id: Set(pipeline.id),
        started_by: Set(journal::uid(&env)),
        started_on: Set(date::today()),
        status: Set("running".to_owned()),
        ..Default::default()
    };
    let run = run.insert(&shared.db).await?;
    journal::note(
        &shared.db,
        &env,
        Some(project),
        format!("ran pipeline {id}"),
    )
    .await?;
    Ok(HttpResponse::Created().json(run))
}

/// A pipeline of another project is one that does not exist.
async fn find(project: i64, id: i64, shared: &Shared) -> Result<pipeline::Model, Failure> {
    let pipeline = pipeline::Entity::find_by_id(id)
        .filter(pipeline::Column::ProjectId.eq(project))
        .one(&shared.db)
        .await?;
    pipeline.ok_or(Failure::NotFound)
}
