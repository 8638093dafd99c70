//! Installing a module.

use actix_web::{post, web};
use guard_runtime::records::GuardedDb;
use guard_runtime::requires_group;
use sea_orm::{Set, Unchanged};
use serde::Deserialize;

use crate::app::data::{date, module};
use crate::app::failure::Failure;
use crate::app::object::Object;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    name: String,
}

/// Doing it twice does no more than doing it once.
#[requires_group(module_admin)]
#[post("/api/modules/install")]
pub(super) async fn install_module(
    web::Json(Object(wanted)): web::Json<Object<Wanted>>,
    db: GuardedDb,
) -> Result<web::Json<module::Model>, Failure> {
    let module = db.get::<module::Entity>(wanted.name).await;
    let module = module.map_err(Failure::named("module"))?;
    if module.installed_on.is_some() {
        return Ok(web::Json(module));
    }
    let change = module::ActiveModel {
        name: Unchanged(module.name),
        ..Default::default()
    };
    let install = |module: &mut module::ActiveModel| module.installed_on = Set(Some(date::today()));
    let module = db.update(change).fill(install).exec().await?;
    Ok(web::Json(module.readable()?))
}
