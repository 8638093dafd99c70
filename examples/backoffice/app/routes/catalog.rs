//! The catalog, open to everybody: guests see retail prices, customers wholesale prices.

use actix_web::{get, web};
use guard_runtime::{Env, allows_public};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::app::Shared;
use crate::app::data::product;
use crate::app::failure::Failure;
use crate::app::listing::{Listing, Page};

#[derive(Serialize)]
pub(super) struct Offer {
    sku: String,
    name: String,
    category: String,
    price_cents: i64,
    price_list: &'static str,
}

#[allows_public]
#[get("/api/catalog")]
pub(super) async fn catalog(
    env: Env,
    page: web::Query<Page>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<Offer>>, Failure> {
    let products = product::Entity::find()
        .filter(product::Column::Discontinued.eq(false))
        .order_by_asc(product::Column::Id);
    let products = page.of(products, &shared.db).await?;
    let wholesale = env.user().is_portal() || env.user().is_internal();
    Ok(web::Json(products.map(|it| offer(it, wholesale))))
}

fn offer(product: product::Model, wholesale: bool) -> Offer {
    let (price_list, price_cents) = if wholesale {
        ("wholesale", product.wholesale_cents)
    } else {
        ("retail", product.retail_cents)
    };
    Offer {
        sku: product.sku,
        name: product.name,
        category: product.category,
        price_cents,
        price_list,
    }
}
