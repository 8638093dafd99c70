//! Tickets: read like orders, and opened by customers or on their behalf.

use actix_web::{HttpResponse, get, post, web};
use guard_runtime::{Env, Id, requires_user};
use sea_orm::sea_query::IntoCondition;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Set,
};
use serde::Deserialize;

use crate::app::Shared;
use crate::app::data::{contact, date, ticket};
use crate::app::failure::Failure;
use crate::app::listing::{Listing, Page};

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
    env: Env,
    page: web::Query<Page>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<ticket::Model>>, Failure> {
    let tickets = ticket::Entity::find()
        .filter(visible(&env))
        .order_by_desc(ticket::Column::Id);
    Ok(web::Json(page.of(tickets, &shared.db).await?))
}

#[requires_user]
#[post("/api/tickets")]
pub(super) async fn open_ticket(
    env: Env,
    new: web::Json<NewTicket>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let new = new.into_inner();
    for (field, text, longest) in [("subject", &new.subject, 120), ("body", &new.body, 4000)] {
        if text.trim().is_empty() || text.chars().count() > longest {
            let wanted = format!("`{field}` has 1 to {longest} characters");
            return Err(Failure::input(wanted));
        }
    }
    let contact = customer(&env, new.contact_id, &shared).await?;
    let ticket = ticket::ActiveModel {
        company_id: Set(contact.company_id),
        contact_id: Set(contact.id),
        subject: Set(new.subject),
        body: Set(new.body),
        status: Set("open".to_owned()),
        assigned_to: Set(None),
        opened_on: Set(date::today()),
        ..Default::default()
    };
    let ticket = ticket.insert(&shared.db).await?;
    Ok(HttpResponse::Created().json(ticket))
}

/// Whom the ticket is for. Customers open tickets for themselves alone, and we for the customers
/// of our companies; any other contact is one that does not exist.
async fn customer(
    env: &Env,
    asked: Option<i64>,
    shared: &Shared,
) -> Result<contact::Model, Failure> {
    let own = env.contact_id().and_then(Id::as_i64);
    let wanted = if env.user().is_internal() {
        asked.ok_or_else(|| Failure::input("`contact_id` says whom the ticket is for"))?
    } else {
        own.ok_or(Failure::NotFound)?
    };
    let contact = contact::Entity::find_by_id(wanted).one(&shared.db).await?;
    let contact = contact.filter(|contact| {
        let ours = env.cids().contains(&Id::from(contact.company_id));
        own == Some(contact.id) || env.user().is_internal() && ours
    });
    match asked {
        Some(asked) if asked != wanted => Err(Failure::input("there is no such contact")),
        _ => contact.ok_or_else(|| Failure::input("there is no such contact")),
    }
}

/// Which tickets are the caller's to see.
fn visible(env: &Env) -> Condition {
    if env.user().is_internal() {
        let companies = env.cids().iter().filter_map(Id::as_i64);
        ticket::Column::CompanyId.is_in(companies).into_condition()
    } else {
        let contact = env.contact_id().and_then(Id::as_i64);
        ticket::Column::ContactId.is_in(contact).into_condition()
    }
}
