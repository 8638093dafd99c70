//! Tickets: read like orders, and opened by customers or on their behalf.

use actix_web::{HttpResponse, get, post, web};
use guard_runtime::records::{GuardedDb, Page, ReadableOf};
use guard_runtime::{Env, Id, requires_user};
use sea_orm::Set;
use serde::Deserialize;

use crate::app::data::ticket::{self, Column};
use crate::app::data::{contact, date};
use crate::app::failure::Failure;
use crate::app::listing::Part;
use crate::app::object::Object;
use crate::app::text;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTicket {
    subject: String,
    body: String,
    /// For whom, where we open it on behalf of a customer.
    contact_id: Option<i64>,
}

#[requires_user]
#[get("/api/tickets")]
pub(super) async fn list_tickets(
    part: web::Query<Part>,
    db: GuardedDb,
) -> Result<web::Json<Page<ticket::Model>>, Failure> {
    let tickets = db.find::<ticket::Entity>().order_by_desc(Column::Id);
    Ok(web::Json(part.of(tickets).await?))
}

#[requires_user]
#[post("/api/tickets")]
pub(super) async fn open_ticket(
    env: Env,
    web::Json(Object(new)): web::Json<Object<NewTicket>>,
    db: GuardedDb,
) -> Result<HttpResponse, Failure> {
    text::check("subject", &new.subject, 1..=120)?;
    text::check("body", &new.body, 1..=4000)?;
    let contact = customer(&env, new.contact_id, &db).await?;
    let ticket = ticket::ActiveModel {
        contact_id: Set(contact.id),
        subject: Set(new.subject),
        body: Set(new.body),
        ..Default::default()
    };
    let ticket = db.create(ticket).fill(|ticket| {
        ticket.company_id = Set(contact.company_id);
        ticket.status = Set("open".to_owned());
        ticket.opened_on = Set(date::today());
    });
    Ok(HttpResponse::Created().json(ticket.exec().await?.record()))
}

/// Whom the ticket is for. Customers know of no contact but themselves, and we of those of our
/// companies; any other is one that does not exist.
async fn customer(
    env: &Env,
    asked: Option<i64>,
    db: &GuardedDb,
) -> Result<ReadableOf<contact::Entity>, Failure> {
    let own = env.contact_id().and_then(Id::as_i64);
    let wanted = if env.user().is_internal() {
        asked.ok_or_else(|| Failure::input("`contact_id` says whom the ticket is for"))?
    } else {
        asked.or(own).ok_or(Failure::NotFound)?
    };
    let contact = db.get::<contact::Entity>(wanted).await;
    contact.map_err(Failure::named("contact"))
}
