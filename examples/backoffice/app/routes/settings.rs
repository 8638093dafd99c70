//! Changing a setting.

use actix_web::{post, web};
use guard_runtime::{Env, requires_group, requires_internal};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde::Deserialize;

use crate::app::Shared;
use crate::app::data::{date, setting};
use crate::app::failure::Failure;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    key: String,
    value: String,
}

// The group implies the first gate; written here to show that gates stack.
#[requires_internal]
#[requires_group(settings_admin)]
#[post("/api/settings/update")]
pub(super) async fn update_setting(
    env: Env,
    change: web::Json<Change>,
    shared: web::Data<Shared>,
) -> Result<web::Json<setting::Model>, Failure> {
    let Change { key, value } = change.into_inner();
    if value.chars().count() > 200 {
        return Err(Failure::input("`value` has at most 200 characters"));
    }
    let setting = setting::Entity::find_by_id(key).one(&shared.db).await?;
    let setting = setting.ok_or_else(|| Failure::input("there is no such setting"))?;
    let mut setting = setting.into_active_model();
    setting.value = Set(value);
    setting.updated_by = Set(env.uid().as_i64());
    setting.updated_on = Set(date::today());
    Ok(web::Json(setting.update(&shared.db).await?))
}
