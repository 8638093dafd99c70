//! The people at our customers.

use guard_runtime::Env;
use guard_runtime::Id;
use guard_runtime::admin::{Mistakes, ModelPage, RunError, model_page};
use guard_runtime::records::GuardedDb;
use sea_orm::ActiveValue::{NotSet, Set};

use super::Sales;
use crate::app::data::{contact, date};
use crate::app::site::administration::{companies::Companies, users::Users};

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
    label(id = "Contact no.", company_id = "Our company", created_on = "Since"),
    refers(company_id = Companies, salesperson_id = Users),
    only(list, read, create, update),
)]
pub(super) struct Contacts;

impl ModelPage for Contacts {
    async fn check(_: &Env, _: &GuardedDb, contact: &contact::ActiveModel) -> Result<(), RunError> {
        let mut mistakes = Mistakes::none();
        let name = contact.name.try_as_ref();
        if name.is_some_and(|it| it.trim().is_empty()) {
            mistakes.at("name", "is blank");
        }
        let email = contact.email.try_as_ref();
        if email.is_some_and(|it| !it.contains('@')) {
            mistakes.at("email", "is no address: it has no `@`");
        }
        mistakes.result()
    }

    fn fill_new(env: &Env, new: &mut contact::ActiveModel) {
        // Without a company nothing is set, and the database refuses the record.
        let company = env.cid().and_then(Id::as_i64);
        new.company_id = company.map_or(NotSet, Set);
        new.salesperson_id = env.uid().as_i64().map_or(NotSet, Set);
        new.created_on = Set(date::today());
    }
}
