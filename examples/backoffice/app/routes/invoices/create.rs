//! A new invoice with its lines: stored together or not at all.

use actix_web::{HttpResponse, post, web};
use guard_runtime::model::Op;
use guard_runtime::records::{AccessError, GuardedDb};
use guard_runtime::{Env, requires_user};
use sea_orm::Set;
use serde::Deserialize;

use super::lines::{self, NewLine, Priced, priced};
use crate::app::data::invoice_status::Status;
use crate::app::data::{contact, date, invoice, invoice_line};
use crate::app::document;
use crate::app::failure::Failure;
use crate::app::given::given;
use crate::app::object::Object;
use crate::app::text;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewInvoice {
    contact_id: i64,
    due_on: String,
    internal_note: Option<String>,
    /// Whose it is; the caller's own if nobody is named.
    salesperson_id: Option<i64>,
    lines: Vec<Object<NewLine>>,
}

#[requires_user]
#[post("/api/invoices")]
pub(super) async fn create_invoice(
    env: Env,
    web::Json(Object(new)): web::Json<Object<NewInvoice>>,
    db: GuardedDb,
) -> Result<HttpResponse, Failure> {
    db.could::<invoice::Entity>(Op::Create)?;
    new.check()?;
    let invoice = db.transaction(async |db| {
        let lines = priced(db, &new.lines).await?;
        let id = store(db, &env, &new, &lines).await?;
        for line in &lines {
            line.store(db, id).await?;
        }
        let invoice = document::read::<invoice::Entity, invoice_line::Entity>(db, id);
        Ok::<_, Failure>(invoice.await?)
    });
    Ok(HttpResponse::Created().json(invoice.await?))
}

/// Stores the invoice, and gives back its id.
async fn store(
    db: &GuardedDb,
    env: &Env,
    new: &NewInvoice,
    lines: &[Priced],
) -> Result<i64, Failure> {
    let contact = db.get::<contact::Entity>(new.contact_id).await;
    let contact = contact.map_err(Failure::named("contact"))?;
    let number = next_number(db).await?;
    let author = env.uid().as_i64();
    let asked = invoice::ActiveModel {
        contact_id: Set(contact.id),
        salesperson_id: given(new.salesperson_id),
        internal_note: Set(new.internal_note.clone()),
        due_on: Set(new.due_on.clone()),
        ..Default::default()
    };
    let invoice = db.create(asked).fill(|invoice| {
        if invoice.salesperson_id.is_not_set() {
            invoice.salesperson_id = given(author);
        }
        invoice.number = Set(number);
        invoice.company_id = Set(contact.company_id);
        invoice.status = Set(Status::Draft);
        invoice.total_cents = Set(lines.iter().map(Priced::total_cents).sum());
        invoice.cost_cents = Set(lines.iter().map(Priced::cost_cents).sum());
        invoice.created_by = Set(author);
        invoice.created_on = Set(date::today());
    });
    Ok(invoice.exec().await?.readable()?.id)
}

/// Numbers go on over all companies, so those that the caller does not see count as well.
async fn next_number(db: &GuardedDb) -> Result<String, AccessError> {
    let all = db.sudo("to number a new invoice")?;
    let invoices = all.find::<invoice::Entity>();
    let last = invoices.max::<i64>(invoice::Column::Id).await?;
    Ok(invoice::number(last.unwrap_or(0) + 1))
}

impl NewInvoice {
    fn check(&self) -> Result<(), Failure> {
        text::check_date("due_on", &self.due_on)?;
        if let Some(note) = &self.internal_note {
            text::check("internal_note", note, 1..=500)?;
        }
        lines::check(&self.lines)
    }
}
