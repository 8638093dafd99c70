//! How many invoices there are of each status, and what they come to: of those the caller sees.

use std::collections::HashMap;

use actix_web::{get, web};
use guard_runtime::records::{AccessError, Grouped, GuardedDb};
use guard_runtime::requires_user;
use serde::{Deserialize, Serialize};

use crate::app::data::invoice::{self, Column};
use crate::app::data::invoice_status::Status;
use crate::app::failure::Failure;

/// `?costs=true`: what we paid for it as well, for those who may read that.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    #[serde(default)]
    costs: bool,
}

#[derive(Serialize)]
pub(super) struct Row {
    status: Status,
    invoices: i64,
    total_cents: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost_cents: Option<i64>,
}

#[requires_user]
#[get("/api/reports/invoices")]
pub(super) async fn report(
    wanted: web::Query<Wanted>,
    db: GuardedDb,
) -> Result<web::Json<Vec<Row>>, Failure> {
    let invoices = db.find::<invoice::Entity>().group_by(Column::Status);
    let totals = sums(invoices.clone(), Column::TotalCents).await?;
    let costs = if wanted.costs {
        Some(sums(invoices.clone(), Column::CostCents).await?)
    } else {
        None
    };
    let rows = invoices.count::<Status>().await?.into_iter();
    let rows = rows.map(|(status, invoices)| Row {
        status,
        invoices,
        total_cents: totals.get(&status).copied().flatten(),
        cost_cents: costs.as_ref().and_then(|it| *it.get(&status)?),
    });
    Ok(web::Json(rows.collect()))
}

type Sums = HashMap<Status, Option<i64>>;

async fn sums(invoices: Grouped<invoice::Entity>, column: Column) -> Result<Sums, AccessError> {
    Ok(invoices.sum(column).await?.into_iter().collect())
}
