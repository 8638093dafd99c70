//! New prices for many products.

use guard_runtime::admin::{Done, FormPage, RunError, form_page};
use guard_runtime::records::{GuardedDb, field};
use guard_runtime::{Env, requires_group};
use sea_orm::{Set, Unchanged};
use serde::Deserialize;

use super::Catalogue;
use crate::app::data::product;

const MOST_PERCENT: i64 = 30;

/// Raises or lowers the retail prices of a category.
#[requires_group(sales_manager)]
#[form_page(under = Catalogue, order = 2)]
#[derive(Deserialize)]
struct PriceChange {
    /// The products that become dearer or cheaper.
    #[field(choices = ["coffee", "tea", "brewing", "grinders", "machines", "accessories"])]
    category: String,
    /// By how many percent: -5 makes them cheaper.
    percent: i64,
}

impl FormPage for PriceChange {
    async fn submit(self, _: &Env, db: &GuardedDb) -> Result<Done, RunError> {
        let Self { category, percent } = self;
        if percent == 0 || percent.abs() > MOST_PERCENT {
            let why = format!("From 1 to {MOST_PERCENT} percent, up or down.");
            return Err(RunError::invalid("percent", why));
        }
        let wanted = field(product::Column::Category).eq(category.as_str());
        let changed = db.transaction(async |db| {
            let products = db.find::<product::Entity>().filter(wanted).all().await?;
            for product in &products {
                let cents = product.retail_cents * (100 + percent) / 100;
                let change = product::ActiveModel {
                    id: Unchanged(product.id),
                    retail_cents: Set(cents),
                    ..Default::default()
                };
                db.update(change).exec().await?;
            }
            Ok::<_, RunError>(products.len())
        });
        let many = changed.await?;
        Ok(Done::said(format!("{many} products have new prices.")))
    }
}
