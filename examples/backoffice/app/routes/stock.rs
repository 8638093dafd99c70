//! What is in stock. The handler has no gate of its own: see where it is registered.

use actix_web::web;
use sea_orm::{EntityTrait, QueryOrder};
use serde::Serialize;

use crate::app::Shared;
use crate::app::data::product;
use crate::app::failure::Failure;
use crate::app::listing::{Listing, Page};

#[derive(Serialize)]
pub(super) struct Shelf {
    sku: String,
    name: String,
    stock: i64,
}

pub(super) async fn stock(
    page: web::Query<Page>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<Shelf>>, Failure> {
    let products = product::Entity::find().order_by_asc(product::Column::Stock);
    let products = page.of(products, &shared.db).await?;
    Ok(web::Json(products.map(|product| Shelf {
        sku: product.sku,
        name: product.name,
        stock: product.stock,
    })))
}
