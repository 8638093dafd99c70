//! The shared volume of a project.

use actix_web::{get, patch, web};
use guard_runtime::requires_scope;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::Shared;
use crate::app::data::volume;
use crate::app::failure::Failure;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct VolumeSize {
    size_gb: i64,
}

#[requires_scope(project.shared_volumes = GET)]
#[utoipa::path(tag = "projects", responses((status = 200, body = volume::Model)))]
#[get("/api/projects/{project_id}/volume")]
pub(crate) async fn read_volume(
    project: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<web::Json<volume::Model>, Failure> {
    let volume = volume::Entity::find_by_id(*project).one(&shared.db).await?;
    Ok(web::Json(volume.ok_or(Failure::NotFound)?))
}

#[requires_scope(project.shared_volumes = UPDATE)]
#[utoipa::path(tag = "projects", responses((status = 200, body = volume::Model)))]
#[patch("/api/projects/{project_id}/volume")]
pub(crate) async fn resize_volume(
    project: web::Path<i64>,
    new: web::Json<VolumeSize>,
    shared: web::Data<Shared>,
) -> Result<web::Json<volume::Model>, Failure> {
    if !(1..=100).contains(&new.size_gb) {
        return Err(Failure::input("`size_gb` goes from 1 to 100"));
    }
    let volume = volume::Entity::find_by_id(*project).one(&shared.db).await?;
    let mut volume = volume.ok_or(Failure::NotFound)?.into_active_model();
    volume.size_gb = Set(new.size_gb);
    Ok(web::Json(volume.update(&shared.db).await?))
}
