//! Deleting an invoice: never one that a customer may have received.

use actix_web::{HttpResponse, delete, web};
use guard_runtime::records::GuardedDb;
use guard_runtime::requires_user;

use crate::app::data::invoice;
use crate::app::failure::Failure;

#[requires_user]
#[delete("/api/invoices/{id}")]
pub(super) async fn delete_invoice(
    id: web::Path<i64>,
    db: GuardedDb,
) -> Result<HttpResponse, Failure> {
    db.delete::<invoice::Entity>(*id).await?;
    Ok(HttpResponse::NoContent().finish())
}
