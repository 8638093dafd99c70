//! Invoices to customers.

use guard_runtime::admin::{ModelPage, Permission, model_page};
use guard_runtime::{Denied, Env};

use super::Sales;
use crate::app::data::invoice;
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
    form(internal_note),
    sort(-created_on, -number),
    label(
        contact_id = "Contact no.",
        salesperson_id = "Salesperson no.",
        company_id = "Company no.",
        total_cents = "Total in cents",
        cost_cents = "Cost in cents",
        due_on = "Due",
    ),
    choices(status = ["draft", "posted", "paid", "cancelled"]),
    only(list, read, update, delete),
)]
pub(super) struct Invoices;

impl ModelPage for Invoices {
    async fn has_delete_permission(env: &Env, ids: Option<&[i64]>) -> Permission {
        match ids {
            Some(many) if many.len() > AT_ONCE && !env.in_group(groups::sales_manager) => {
                Err(Denied::forbidden())
            }
            _ => Ok(()),
        }
    }
}
