//! Orders of customers.

use guard_runtime::admin::{ModelPage, model_page};

use super::Sales;
use super::contacts::Contacts;
use crate::app::data::order;
use crate::app::site::administration::{companies::Companies, users::Users};

/// Orders of customers: they come from the shop, and are only looked at here.
#[model_page(
    under = Sales,
    model = order,
    order = 2,
    list(number, contact_id, status, total_cents, placed_on),
    filter(status, contact_id, total_cents, placed_on),
    search(number),
    sort(-placed_on, -number),
    label(company_id = "Our company", placed_on = "Placed"),
    refers(contact_id = Contacts, company_id = Companies, salesperson_id = Users),
    money(total_cents = "EUR"),
    choices(status = ["draft", "confirmed", "shipped", "invoiced"]),
    only(list, read),
)]
struct Orders;

impl ModelPage for Orders {}
