//! A change of one invoice.

use actix_web::{patch, web};
use guard_runtime::records::{GuardedDb, ReadableOf};
use guard_runtime::requires_user;
use sea_orm::Unchanged;
use serde::Deserialize;

use super::step;
use crate::app::data::invoice;
use crate::app::data::invoice_status::Status;
use crate::app::failure::Failure;
use crate::app::given::given;
use crate::app::text;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    status: Option<Status>,
    due_on: Option<String>,
    internal_note: Option<String>,
    salesperson_id: Option<i64>,
}

#[requires_user]
#[patch("/api/invoices/{id}")]
pub(super) async fn change_invoice(
    id: web::Path<i64>,
    change: web::Json<Change>,
    db: GuardedDb,
) -> Result<web::Json<ReadableOf<invoice::Entity>>, Failure> {
    let change = change.into_inner();
    change.check()?;
    let invoice = db.transaction(async |db| {
        let before = db.get::<invoice::Entity>(*id).await?;
        // The rules first: who may not change it learns nothing of what it may become.
        let after = db.update(change.of(*id)).exec().await?.readable()?;
        step::check(before.status, after.status)?;
        Ok::<_, Failure>(after)
    });
    Ok(web::Json(invoice.await?))
}

impl Change {
    fn check(&self) -> Result<(), Failure> {
        if let Some(note) = &self.internal_note {
            text::check("internal_note", note, 500)?;
        }
        let due_on = self.due_on.as_deref();
        due_on.map_or(Ok(()), |it| text::check_date("due_on", it))
    }

    fn of(self, id: i64) -> invoice::ActiveModel {
        invoice::ActiveModel {
            id: Unchanged(id),
            status: given(self.status),
            due_on: given(self.due_on),
            internal_note: given(self.internal_note.map(Some)),
            salesperson_id: given(self.salesperson_id),
            ..Default::default()
        }
    }
}
