//! Messages to everybody.

use actix_web::{HttpResponse, delete, get, post, web};
use guard_runtime::{allows_public, requires_scope};
use sea_orm::{ActiveModelTrait, EntityTrait, QueryOrder, Set};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::Shared;
use crate::app::data::{announcement, date};
use crate::app::failure::Failure;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAnnouncement {
    title: String,
    text: String,
}

/// All announcements, the latest first.
#[allows_public]
#[utoipa::path(tag = "announcements", responses((status = 200, body = [announcement::Model])))]
#[get("/api/announcements")]
pub(crate) async fn list_announcements(
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<announcement::Model>>, Failure> {
    let latest = announcement::Entity::find().order_by_desc(announcement::Column::Id);
    Ok(web::Json(latest.all(&shared.db).await?))
}

#[requires_scope(admin.announcements = CREATE)]
#[utoipa::path(tag = "announcements", responses((status = 201, body = announcement::Model)))]
#[post("/api/announcements")]
pub(crate) async fn announce(
    new: web::Json<NewAnnouncement>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let new = new.into_inner();
    Failure::check_text("title", &new.title, 120)?;
    Failure::check_text("text", &new.text, 2000)?;
    let announcement = announcement::ActiveModel {
        title: Set(new.title),
        text: Set(new.text),
        published_on: Set(date::today()),
        ..Default::default()
    };
    Ok(HttpResponse::Created().json(announcement.insert(&shared.db).await?))
}

#[requires_scope(admin.announcements = DELETE)]
#[utoipa::path(tag = "announcements", responses((status = 204)))]
#[delete("/api/announcements/{id}")]
pub(crate) async fn withdraw(
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let deleted = announcement::Entity::delete_by_id(*id)
        .exec(&shared.db)
        .await?;
    Failure::deleted(deleted.rows_affected)
}
