//! One invoice with its lines.

use actix_web::{get, web};
use guard_runtime::records::{GuardedDb, ReadableOf};
use guard_runtime::requires_user;

use crate::app::data::{invoice, invoice_line};
use crate::app::document::{self, Document};
use crate::app::failure::Failure;

/// An invoice with its lines, without what the caller may not read.
pub(super) type Invoice = Document<ReadableOf<invoice::Entity>, ReadableOf<invoice_line::Entity>>;

#[requires_user]
#[get("/api/invoices/{id}")]
pub(super) async fn read_invoice(
    id: web::Path<i64>,
    db: GuardedDb,
) -> Result<web::Json<Invoice>, Failure> {
    let invoice = document::read::<invoice::Entity, invoice_line::Entity>(&db, *id);
    Ok(web::Json(invoice.await?))
}
