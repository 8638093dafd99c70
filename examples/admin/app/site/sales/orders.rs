//! Orders of customers.

use guard_runtime::admin::{ModelPage, model_page};

use super::Sales;
use crate::app::data::order;

/// Orders of customers: they come from the shop, and are only looked at here.
#[model_page(
    under = Sales,
    model = order,
    order = 2,
    list(number, contact_id, status, total_cents, placed_on),
    filter(status, contact_id, total_cents, placed_on),
    search(number),
    sort(-placed_on, -number),
    label(
        contact_id = "Contact no.",
        company_id = "Company no.",
        salesperson_id = "Salesperson no.",
        total_cents = "Total in cents",
        placed_on = "Placed",
    ),
    choices(status = ["draft", "confirmed", "shipped", "invoiced"]),
    only(list, read),
)]
struct Orders;

impl ModelPage for Orders {}
