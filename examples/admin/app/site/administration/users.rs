//! Accounts.

use guard_runtime::admin::{ModelPage, Permission, model_page};
use guard_runtime::{Denied, Env, requires_group};

use super::Administration;
use crate::app::data::user;

/// Accounts: people who work here, customers and machines. Blocked, they are out at once.
#[requires_group(any(account_admin, auditor))]
#[model_page(
    under = Administration,
    model = user,
    order = 1,
    list(name, login, email, blocked, created_on),
    filter(blocked, created_on),
    search(name, email),
    form(blocked),
    sort(name),
    label(id = "User no.", contact_id = "Contact no.", created_on = "Since"),
    only(list, read, update),
)]
pub(crate) struct Users;

impl ModelPage for Users {
    async fn has_update_permission(
        env: &Env,
        ids: Option<&[i64]>,
        _: Option<&user::ActiveModel>,
    ) -> Permission {
        let own = env.uid().as_i64();
        // Nobody locks themselves out.
        match ids {
            Some(ids) if own.is_none_or(|own| ids.contains(&own)) => Err(Denied::forbidden()),
            _ => Ok(()),
        }
    }
}
