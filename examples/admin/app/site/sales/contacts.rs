//! The people at our customers.

use guard_runtime::Env;
use guard_runtime::Id;
use guard_runtime::admin::{ModelPage, model_page};
use sea_orm::ActiveValue::{NotSet, Set};

use super::Sales;
use crate::app::data::{contact, date};

/// The people at our customers.
#[model_page(
    under = Sales,
    model = contact,
    order = 3,
    list(name, organisation, city, email),
    filter(organisation, city, salesperson_id, created_on),
    search(name, organisation, email),
    form(name, organisation, email, city),
    sort(name),
    label(
        id = "Contact no.",
        company_id = "Company no.",
        salesperson_id = "Salesperson no.",
        created_on = "Since",
    ),
    only(list, read, create, update),
)]
struct Contacts;

impl ModelPage for Contacts {
    fn fill_new(env: &Env, new: &mut contact::ActiveModel) {
        // Without a company nothing is set, and the database refuses the record.
        let company = env.cid().and_then(Id::as_i64);
        new.company_id = company.map_or(NotSet, Set);
        new.salesperson_id = env.uid().as_i64().map_or(NotSet, Set);
        new.created_on = Set(date::today());
    }
}
