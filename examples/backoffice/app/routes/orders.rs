//! Orders: customers see their own, we those of our companies.

use actix_web::{get, web};
use guard_runtime::{Env, Id, requires_user};
use sea_orm::sea_query::IntoCondition;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;

use crate::app::Shared;
use crate::app::data::order;
use crate::app::failure::Failure;
use crate::app::listing::{Listing, Page};

/// `?company=2`: in that company alone.
#[derive(Deserialize)]
pub(super) struct Workplace {
    company: Option<i64>,
}

#[requires_user]
#[get("/api/orders")]
pub(super) async fn list_orders(
    env: Env,
    page: web::Query<Page>,
    workplace: web::Query<Workplace>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<order::Model>>, Failure> {
    let env = match workplace.company {
        // 403 for a company that is not one of the user's.
        Some(company) => env.in_companies([company])?,
        None => env,
    };
    let orders = order::Entity::find()
        .filter(visible(&env))
        .order_by_desc(order::Column::PlacedOn)
        .order_by_desc(order::Column::Id);
    Ok(web::Json(page.of(orders, &shared.db).await?))
}

/// Which orders are the caller's to see. A portal user without a contact sees none.
fn visible(env: &Env) -> Condition {
    if env.user().is_internal() {
        let companies = env.cids().iter().filter_map(Id::as_i64);
        order::Column::CompanyId.is_in(companies).into_condition()
    } else {
        let contact = env.contact_id().and_then(Id::as_i64);
        order::Column::ContactId.is_in(contact).into_condition()
    }
}
