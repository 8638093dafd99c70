//! The catalog, open to everybody: guests see retail prices, customers wholesale prices.

use actix_web::{get, web};
use guard_runtime::allows_public;
use guard_runtime::records::{GuardedDb, Page, ReadableOf, field};
use serde::Serialize;

use crate::app::data::product::{self, Column};
use crate::app::failure::Failure;
use crate::app::listing::Part;

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
    part: web::Query<Part>,
    db: GuardedDb,
) -> Result<web::Json<Page<Offer>>, Failure> {
    let products = db.find::<product::Entity>();
    // Those of us who see what is discontinued do not see it here.
    let products = products.filter(field(Column::Discontinued).eq(false));
    let products = part.of(products.order_by_asc(Column::Id)).await?;
    Ok(web::Json(products.map(offer)))
}

/// The caller's price is the best one that the model lets them see.
fn offer(product: ReadableOf<product::Entity>) -> Offer {
    let wholesale = product.wholesale_cents.get();
    let (price_list, price_cents) = match wholesale {
        Some(wholesale) => ("wholesale", *wholesale),
        None => ("retail", product.retail_cents),
    };
    Offer {
        sku: product.sku,
        name: product.name,
        category: product.category,
        price_cents,
        price_list,
    }
}
