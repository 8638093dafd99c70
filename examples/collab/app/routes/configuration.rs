//! Settings of the whole installation.

use actix_web::{get, patch, web};
use guard_runtime::{Env, requires_scope};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::data::setting;
use crate::app::failure::Failure;
use crate::app::{Shared, journal};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewValue {
    value: String,
}

/// What a setting was and what it is now.
#[derive(Serialize, ToSchema)]
pub(crate) struct Changed {
    key: String,
    before: String,
    value: String,
}

#[requires_scope(admin.configuration = GET)]
#[utoipa::path(tag = "configuration", responses((status = 200, body = [setting::Model])))]
#[get("/api/configuration")]
pub(crate) async fn read_configuration(
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<setting::Model>>, Failure> {
    let settings = setting::Entity::find().order_by_asc(setting::Column::Key);
    Ok(web::Json(settings.all(&shared.db).await?))
}

// The answer says what was there before, so changing takes both.
#[requires_scope(admin.configuration = [GET, UPDATE])]
#[utoipa::path(tag = "configuration", responses((status = 200, body = Changed)))]
#[patch("/api/configuration/{key}")]
pub(crate) async fn change_configuration(
    env: Env,
    key: web::Path<String>,
    new: web::Json<NewValue>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Changed>, Failure> {
    Failure::check_text("value", &new.value, 200)?;
    let setting = setting::Entity::find_by_id(key.into_inner())
        .one(&shared.db)
        .await?;
    let setting = setting.ok_or(Failure::NotFound)?;
    let before = setting.value.clone();
    let mut setting = setting.into_active_model();
    setting.value = Set(new.into_inner().value);
    let setting = setting.update(&shared.db).await?;
    journal::note(&shared.db, &env, None, format!("set `{}`", setting.key)).await?;
    let setting::Model { key, value } = setting;
    Ok(web::Json(Changed { key, before, value }))
}
