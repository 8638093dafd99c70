//! Products as we see them: with cost and stock.

use actix_web::{get, web};
use guard_runtime::requires_group;
use sea_orm::{EntityTrait, QueryOrder};

use crate::app::Shared;
use crate::app::data::product;
use crate::app::failure::Failure;
use crate::app::listing::{Listing, Page};

#[requires_group(any(sales_user, warehouse, all(settings_admin, module_admin)))]
#[get("/api/products")]
pub(super) async fn list_products(
    page: web::Query<Page>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<product::Model>>, Failure> {
    let products = product::Entity::find().order_by_asc(product::Column::Id);
    Ok(web::Json(page.of(products, &shared.db).await?))
}
