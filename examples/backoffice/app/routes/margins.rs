//! What is earned with each category, for those who are entrusted with it.

use std::collections::BTreeMap;

use actix_web::{get, web};
use guard_runtime::{requires_internal, requires_role};
use sea_orm::EntityTrait;
use serde::Serialize;

use crate::app::Shared;
use crate::app::data::product;
use crate::app::failure::Failure;

#[derive(Default, Serialize)]
pub(super) struct Margin {
    products: i64,
    wholesale_cents: i64,
    cost_cents: i64,
    earned_percent: i64,
}

#[requires_internal]
#[requires_role(controller)]
#[get("/api/reports/margins")]
pub(super) async fn margins(
    shared: web::Data<Shared>,
) -> Result<web::Json<BTreeMap<String, Margin>>, Failure> {
    let products = product::Entity::find().all(&shared.db).await?;
    let mut margins = BTreeMap::<String, Margin>::new();
    for product in products {
        let margin = margins.entry(product.category).or_default();
        margin.products += 1;
        margin.wholesale_cents += product.wholesale_cents;
        margin.cost_cents += product.cost_cents;
    }
    for margin in margins.values_mut() {
        let earned = margin.wholesale_cents - margin.cost_cents;
        margin.earned_percent = earned * 100 / margin.wholesale_cents.max(1);
    }
    Ok(web::Json(margins))
}
