//! Marking invoices as paid.

use guard_runtime::Env;
use guard_runtime::admin::{Done, PageAction, RunError, page_action};
use guard_runtime::records::GuardedDb;
use sea_orm::Set;
use serde::Deserialize;

use super::invoices::Invoices;
use crate::app::data::invoice::{self, Column};
use crate::app::data::invoice_status::Status;

/// Marks the chosen invoices as paid: all of them or none.
#[page_action(on = Invoices, target = chosen, confirm = "Mark them as paid? There is no way back.")]
#[derive(Deserialize)]
struct MarkPaid;

impl PageAction for MarkPaid {
    async fn run(self, _: &Env, db: &GuardedDb, ids: &[i64]) -> Result<Done, RunError> {
        let paid = db.transaction(async |db| {
            let invoices = db.find::<invoice::Entity>().by_ids(ids.iter().copied());
            let before = invoices.clone().group_by(Column::Status);
            let before = before.count::<Status>().await?;
            let paid = invoice::ActiveModel {
                status: Set(Status::Paid),
                ..Default::default()
            };
            // The rules first: who may not change one learns nothing of what it may become.
            let paid = invoices.update_all(paid).await?;
            match before.iter().find(|(it, _)| !it.may_become(Status::Paid)) {
                Some((status, _)) => {
                    let name = status.name();
                    let why = format!("One of them is {name}: only what is posted is paid.");
                    Err(RunError::refused(why))
                }
                None => Ok(paid),
            }
        });
        let many = paid.await?;
        Ok(Done::said(match many {
            1 => "1 invoice is paid.".to_owned(),
            _ => format!("{many} invoices are paid."),
        }))
    }
}
