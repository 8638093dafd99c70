//! Products as we see them: with cost and stock.

use actix_web::{get, web};
use guard_runtime::records::{GuardedDb, Page, ReadableOf};
use guard_runtime::requires_group;

use crate::app::data::product::{self, Column};
use crate::app::failure::Failure;
use crate::app::listing::Part;

#[requires_group(any(sales_user, warehouse, all(settings_admin, module_admin)))]
#[get("/api/products")]
pub(super) async fn list_products(
    part: web::Query<Part>,
    db: GuardedDb,
) -> Result<web::Json<Page<ReadableOf<product::Entity>>>, Failure> {
    let products = db.find::<product::Entity>().order_by_asc(Column::Id);
    Ok(web::Json(part.of(products).await?))
}
