//! Tools that models can be made with.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use guard_runtime::requires_scope;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder, Set};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::Shared;
use crate::app::data::tool;
use crate::app::failure::Failure;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTool {
    name: String,
    version: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ToolVersion {
    version: String,
}

// Whoever may start a session has to choose a tool.
#[requires_scope(any(admin.tools = GET, user.sessions = CREATE))]
#[utoipa::path(tag = "tools", responses((status = 200, body = [tool::Model])))]
#[get("/api/tools")]
pub(crate) async fn list_tools(
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<tool::Model>>, Failure> {
    let tools = tool::Entity::find().order_by_asc(tool::Column::Id);
    Ok(web::Json(tools.all(&shared.db).await?))
}

#[requires_scope(admin.tools = CREATE)]
#[utoipa::path(tag = "tools", responses((status = 201, body = tool::Model)))]
#[post("/api/tools")]
pub(crate) async fn add_tool(
    new: web::Json<NewTool>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let NewTool { name, version } = new.into_inner();
    Failure::check_text("name", &name, 80)?;
    Failure::check_text("version", &version, 20)?;
    let tool = tool::ActiveModel {
        name: Set(name),
        version: Set(version),
        ..Default::default()
    };
    Ok(HttpResponse::Created().json(tool.insert(&shared.db).await?))
}

// The answer is the whole tool, so this takes reading it as well.
#[requires_scope(admin.tools = [GET, UPDATE])]
#[utoipa::path(tag = "tools", responses((status = 200, body = tool::Model)))]
#[patch("/api/tools/{id}")]
pub(crate) async fn change_tool(
    id: web::Path<i64>,
    new: web::Json<ToolVersion>,
    shared: web::Data<Shared>,
) -> Result<web::Json<tool::Model>, Failure> {
    let version = new.into_inner().version;
    Failure::check_text("version", &version, 20)?;
    let tool = tool::Entity::find_by_id(*id).one(&shared.db).await?;
    let mut tool = tool.ok_or(Failure::NotFound)?.into_active_model();
    tool.version = Set(version);
    Ok(web::Json(tool.update(&shared.db).await?))
}

/// A tool that is used somewhere stays: 409.
#[requires_scope(admin.tools = DELETE)]
#[utoipa::path(tag = "tools", responses((status = 204), (status = 409)))]
#[delete("/api/tools/{id}")]
pub(crate) async fn remove_tool(
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let deleted = tool::Entity::delete_by_id(*id).exec(&shared.db).await?;
    Failure::deleted(deleted.rows_affected)
}
