//! What is in stock. The handler has no gate of its own: see where it is registered.

use actix_web::web;
use guard_runtime::model::Shown;
use guard_runtime::records::{GuardedDb, Page};
use serde::Serialize;

use crate::app::data::product::{self, Column};
use crate::app::failure::Failure;
use crate::app::listing::Part;

#[derive(Serialize)]
pub(super) struct Shelf {
    sku: String,
    name: String,
    stock: Shown<i64>,
}

pub(super) async fn stock(
    part: web::Query<Part>,
    db: GuardedDb,
) -> Result<web::Json<Page<Shelf>>, Failure> {
    let products = db.find::<product::Entity>().order_by_asc(Column::Stock);
    let products = part.of(products).await?;
    Ok(web::Json(products.map(|product| Shelf {
        sku: product.sku,
        name: product.name,
        stock: product.stock,
    })))
}
