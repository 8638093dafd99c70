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
use crate::app::given::Given;
use crate::app::object::Object;
use crate::app::text;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Change {
    status: Given<Status>,
    due_on: Given<String>,
    /// `null` takes it away.
    internal_note: Given<Option<String>>,
    salesperson_id: Given<i64>,
}

#[requires_user]
#[patch("/api/invoices/{id}")]
pub(super) async fn change_invoice(
    id: web::Path<i64>,
    web::Json(Object(change)): web::Json<Object<Change>>,
    db: GuardedDb,
) -> Result<web::Json<ReadableOf<invoice::Entity>>, Failure> {
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
        if let Some(Some(note)) = self.internal_note.get() {
            text::check("internal_note", note, 1..=500)?;
        }
        let due_on = self.due_on.get();
        due_on.map_or(Ok(()), |it| text::check_date("due_on", it))
    }

    fn of(self, id: i64) -> invoice::ActiveModel {
        invoice::ActiveModel {
            id: Unchanged(id),
            status: self.status.set(),
            due_on: self.due_on.set(),
            internal_note: self.internal_note.set(),
            salesperson_id: self.salesperson_id.set(),
            ..Default::default()
        }
    }
}
