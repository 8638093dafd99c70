//! Installing a module.

use actix_web::{post, web};
use guard_runtime::requires_group;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde::Deserialize;

use crate::app::Shared;
use crate::app::data::{date, module};
use crate::app::failure::Failure;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    name: String,
}

/// Doing it twice does no more than doing it once.
#[requires_group(module_admin)]
#[post("/api/modules/install")]
pub(super) async fn install_module(
    wanted: web::Json<Wanted>,
    shared: web::Data<Shared>,
) -> Result<web::Json<module::Model>, Failure> {
    let module = module::Entity::find_by_id(wanted.into_inner().name);
    let module = module.one(&shared.db).await?;
    let module = module.ok_or_else(|| Failure::input("there is no such module"))?;
    if module.installed_on.is_some() {
        return Ok(web::Json(module));
    }
    let mut module = module.into_active_model();
    module.installed_on = Set(Some(date::today()));
    Ok(web::Json(module.update(&shared.db).await?))
}
