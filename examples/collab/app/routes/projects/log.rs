//! What happened in a project.

use actix_web::{get, web};
use guard_runtime::requires_scope;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::app::Shared;
use crate::app::data::event;
use crate::app::failure::Failure;
use crate::app::listing::{Asked, Listing, Page};

#[requires_scope(project.access_log = GET)]
#[utoipa::path(
    tag = "projects", params(Asked),
    responses((status = 200, body = Listing<event::Model>))
)]
#[get("/api/projects/{project_id}/access-log")]
pub(crate) async fn read_access_log(
    project: web::Path<i64>,
    page: web::Query<Page>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<event::Model>>, Failure> {
    let events = event::Entity::find()
        .filter(event::Column::ProjectId.eq(*project))
        .order_by_desc(event::Column::Id);
    Ok(web::Json(page.of(events, &shared.db).await?))
}
