//! Which tools a project works with.

use actix_web::{HttpResponse, delete, get, put, web};
use guard_runtime::requires_scope;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use crate::app::Shared;
use crate::app::data::{tool, used_tool};
use crate::app::failure::Failure;

#[requires_scope(project.used_tools = GET)]
#[utoipa::path(tag = "used tools", responses((status = 200, body = [tool::Model])))]
#[get("/api/projects/{project_id}/tools")]
pub(crate) async fn list_used_tools(
    project: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<tool::Model>>, Failure> {
    let ids: Vec<i64> = used_tool::Entity::find()
        .select_only()
        .column(used_tool::Column::ToolId)
        .filter(used_tool::Column::ProjectId.eq(*project))
        .into_tuple()
        .all(&shared.db)
        .await?;
    let tools = tool::Entity::find().filter(tool::Column::Id.is_in(ids));
    Ok(web::Json(tools.all(&shared.db).await?))
}

/// A tool that is used already, or that is not there, is a conflict: 409.
#[requires_scope(project.used_tools = CREATE)]
#[utoipa::path(tag = "used tools", responses((status = 201), (status = 409)))]
#[put("/api/projects/{project_id}/tools/{tool_id}")]
pub(crate) async fn use_tool(
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (project_id, tool_id) = path.into_inner();
    let used = used_tool::ActiveModel {
        project_id: Set(project_id),
        tool_id: Set(tool_id),
    };
    used.insert(&shared.db).await?;
    Ok(HttpResponse::Created().finish())
}

#[requires_scope(project.used_tools = DELETE)]
#[utoipa::path(tag = "used tools", responses((status = 204)))]
#[delete("/api/projects/{project_id}/tools/{tool_id}")]
pub(crate) async fn stop_using_tool(
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let used = used_tool::Entity::delete_by_id(path.into_inner());
    Failure::deleted(used.exec(&shared.db).await?.rows_affected)
}
