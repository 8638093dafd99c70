//! Questions and complaints.

use guard_runtime::Env;
use guard_runtime::Id;
use guard_runtime::admin::{ModelPage, model_page};
use sea_orm::ActiveValue::{NotSet, Set};

use super::Sales;
use super::contacts::Contacts;
use crate::app::data::{date, ticket};
use crate::app::site::administration::{companies::Companies, users::Users};

/// Questions and complaints of customers.
#[model_page(
    under = Sales,
    model = ticket,
    order = 4,
    list(subject, contact_id, status, opened_on),
    filter(status, contact_id, assigned_to, opened_on),
    search(subject, body),
    form(contact_id, subject, body),
    sort(-opened_on, id),
    label(
        id = "Ticket no.",
        company_id = "Our company",
        assigned_to = "Assigned to",
        body = "What they say",
        opened_on = "Opened",
    ),
    refers(company_id = Companies, contact_id = Contacts, assigned_to = Users),
    choices(status = ["open", "waiting", "closed"]),
    only(list, read, create),
)]
struct Tickets;

impl ModelPage for Tickets {
    fn fill_new(env: &Env, new: &mut ticket::ActiveModel) {
        // Without a company nothing is set, and the database refuses the record.
        new.company_id = env.cid().and_then(Id::as_i64).map_or(NotSet, Set);
        new.status = Set("open".to_owned());
        new.opened_on = Set(date::today());
    }
}
