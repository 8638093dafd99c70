//! Changing a setting.

use actix_web::{post, web};
use guard_runtime::records::GuardedDb;
use guard_runtime::{Env, requires_group, requires_internal};
use sea_orm::{Set, Unchanged};
use serde::Deserialize;

use crate::app::data::{date, setting};
use crate::app::failure::Failure;
use crate::app::object::Object;
use crate::app::text;

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
    web::Json(Object(change)): web::Json<Object<Change>>,
    db: GuardedDb,
) -> Result<web::Json<setting::Model>, Failure> {
    let Change { key, value } = change;
    text::check("value", &value, 0..=200)?;
    let change = setting::ActiveModel {
        key: Unchanged(key),
        value: Set(value),
        ..Default::default()
    };
    let update = db.update(change).fill(|setting| {
        setting.updated_by = Set(env.uid().as_i64());
        setting.updated_on = Set(date::today());
    });
    let setting = update.exec().await.map_err(Failure::named("setting"))?;
    Ok(web::Json(setting.readable()?))
}
