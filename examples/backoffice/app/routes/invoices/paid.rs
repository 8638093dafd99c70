//! Many invoices marked as paid: all of them or none.

use actix_web::{post, web};
use guard_runtime::records::GuardedDb;
use guard_runtime::requires_user;
use sea_orm::Set;
use serde::{Deserialize, Serialize};

use super::step;
use crate::app::data::invoice::{self, Column};
use crate::app::data::invoice_status::Status;
use crate::app::failure::Failure;
use crate::app::object::Object;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    ids: Vec<i64>,
}

#[derive(Serialize)]
pub(super) struct Changed {
    changed: u64,
}

#[requires_user]
#[post("/api/invoices/paid")]
pub(super) async fn mark_paid(
    web::Json(Object(named)): web::Json<Object<Named>>,
    db: GuardedDb,
) -> Result<web::Json<Changed>, Failure> {
    if !(1..=1000).contains(&named.ids.len()) {
        return Err(Failure::input("`ids` has 1 to 1000 ids"));
    }
    let changed = db.transaction(async |db| {
        let invoices = db.find::<invoice::Entity>();
        let invoices = invoices.by_ids(named.ids.iter().copied());
        let before = invoices.clone().group_by(Column::Status);
        let before = before.count::<Status>().await?;
        let paid = invoice::ActiveModel {
            status: Set(Status::Paid),
            ..Default::default()
        };
        // One that the caller does not see is 404, one that they may not change 403.
        let changed = invoices.update_all(paid).await?;
        for (status, _) in before {
            step::check(status, Status::Paid)?;
        }
        Ok::<_, Failure>(changed)
    });
    let changed = changed.await?;
    Ok(web::Json(Changed { changed }))
}
