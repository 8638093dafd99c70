//! What sessions on a model may do.

use actix_web::{get, patch, web};
use guard_runtime::requires_scope;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::models::find;
use crate::app::Shared;
use crate::app::failure::Failure;

#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Restrictions {
    shares_licences: bool,
}

#[requires_scope(project.restrictions = GET)]
#[utoipa::path(tag = "models", responses((status = 200, body = Restrictions)))]
#[get("/api/projects/{project_id}/models/{model_id}/restrictions")]
pub(crate) async fn read_restrictions(
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Restrictions>, Failure> {
    let (project, id) = path.into_inner();
    let shares_licences = find(project, id, &shared).await?.shares_licences;
    Ok(web::Json(Restrictions { shares_licences }))
}

#[requires_scope(project.restrictions = UPDATE)]
#[utoipa::path(tag = "models", responses((status = 200, body = Restrictions)))]
#[patch("/api/projects/{project_id}/models/{model_id}/restrictions")]
pub(crate) async fn change_restrictions(
    path: web::Path<(i64, i64)>,
    new: web::Json<Restrictions>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Restrictions>, Failure> {
    let (project, id) = path.into_inner();
    let mut model = find(project, id, &shared).await?.into_active_model();
    model.shares_licences = Set(new.shares_licences);
    model.update(&shared.db).await?;
    Ok(new)
}
