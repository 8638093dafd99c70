//! Invoices to customers.

use guard_runtime::admin::{ModelPage, Permission, RunError, model_page};
use guard_runtime::records::GuardedDb;
use guard_runtime::{Denied, Env};
use sea_orm::prelude::Date;

use super::Sales;
use super::contacts::Contacts;
use crate::app::data::invoice;
use crate::app::site::administration::{companies::Companies, users::Users};
use crate::groups;

/// The most invoices that a salesperson deletes at once.
const AT_ONCE: usize = 5;

/// Invoices to customers. They are written by the back office, from orders.
#[model_page(
    under = Sales,
    model = invoice,
    order = 1,
    list(number, contact_id, status, total_cents, due_on, salesperson_id),
    filter(status, contact_id, salesperson_id, total_cents, due_on),
    search(number),
    form(due_on, internal_note),
    sort(-created_on, -number),
    label(company_id = "Our company", due_on = "Due"),
    refers(contact_id = Contacts, salesperson_id = Users, company_id = Companies, created_by = Users),
    money(total_cents = "EUR", cost_cents = "EUR"),
    choices(status = ["draft", "posted", "paid", "cancelled"]),
    only(list, read, update, delete),
)]
pub(super) struct Invoices;

impl ModelPage for Invoices {
    async fn check(_: &Env, _: &GuardedDb, invoice: &invoice::ActiveModel) -> Result<(), RunError> {
        let (due, created) = (invoice.due_on.try_as_ref(), invoice.created_on.try_as_ref());
        let Some(due) = due else {
            return Ok(());
        };
        let day = Date::parse_from_str(due, "%Y-%m-%d");
        // Days are compared as texts, so they have to be written alike.
        if day.map(|it| it.to_string()).ok().as_ref() != Some(due) {
            return Err(RunError::invalid("due_on", "expected a day, as 2026-11-30"));
        }
        if created.is_some_and(|created| due < created) {
            return Err(RunError::invalid(
                "due_on",
                "is before the day of the invoice",
            ));
        }
        Ok(())
    }

    async fn has_delete_permission(env: &Env, ids: Option<&[i64]>) -> Permission {
        match ids {
            Some(many) if many.len() > AT_ONCE && !env.in_group(groups::sales_manager) => {
                Err(Denied::forbidden())
            }
            _ => Ok(()),
        }
    }
}
