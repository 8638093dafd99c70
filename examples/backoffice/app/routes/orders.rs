//! Orders: customers see their own, we those of our companies.

use actix_web::{get, web};
use guard_runtime::records::{GuardedDb, Page};
use guard_runtime::{Env, requires_user};
use serde::Deserialize;

use crate::app::data::order::{self, Column};
use crate::app::data::order_line;
use crate::app::document::{self, Document};
use crate::app::failure::Failure;
use crate::app::listing::Part;
use crate::app::whole::Whole;

/// `?company=2`: in that company alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    company: Option<Whole<i64>>,
    limit: Option<Whole<u64>>,
    offset: Option<Whole<u64>>,
}

#[requires_user]
#[get("/api/orders")]
pub(super) async fn list_orders(
    env: Env,
    wanted: web::Query<Wanted>,
    db: GuardedDb,
) -> Result<web::Json<Page<order::Model>>, Failure> {
    let part = Part::new(wanted.limit, wanted.offset).map_err(Failure::input)?;
    let db = match wanted.company {
        // 403 for a company that is not one of the user's.
        Some(company) => db.with_env(env.in_companies([company.get()])?),
        None => db,
    };
    let orders = db.find::<order::Entity>();
    let orders = orders.order_by_desc(Column::PlacedOn);
    Ok(web::Json(part.of(orders.order_by_desc(Column::Id)).await?))
}

#[requires_user]
#[get("/api/orders/{id}")]
pub(super) async fn read_order(
    id: web::Path<i64>,
    db: GuardedDb,
) -> Result<web::Json<Document<order::Model, order_line::Model>>, Failure> {
    let order = document::read::<order::Entity, order_line::Entity>(&db, *id);
    Ok(web::Json(order.await?))
}
