//! What is earned with each category, for those who are entrusted with it.

use std::collections::BTreeMap;

use actix_web::{get, web};
use guard_runtime::records::GuardedDb;
use guard_runtime::{requires_internal, requires_role};
use serde::Serialize;

use crate::app::data::product::{self, Column};
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
pub(super) async fn margins(db: GuardedDb) -> Result<web::Json<BTreeMap<String, Margin>>, Failure> {
    let categories = || db.find::<product::Entity>().group_by(Column::Category);
    let mut margins = BTreeMap::<String, Margin>::new();
    for (category, products) in categories().count().await? {
        margins.entry(category).or_default().products = products;
    }
    for (category, cents) in categories().sum(Column::WholesaleCents).await? {
        margins.entry(category).or_default().wholesale_cents = cents.unwrap_or(0);
    }
    // Refused where the model does not let the caller read costs.
    for (category, cents) in categories().sum(Column::CostCents).await? {
        margins.entry(category).or_default().cost_cents = cents.unwrap_or(0);
    }
    for margin in margins.values_mut() {
        let earned = margin.wholesale_cents - margin.cost_cents;
        margin.earned_percent = earned * 100 / margin.wholesale_cents.max(1);
    }
    Ok(web::Json(margins))
}
