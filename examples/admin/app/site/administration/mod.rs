//! The installation itself: users, companies and settings.

pub(crate) mod companies;
mod settings;
pub(crate) mod users;

use guard_runtime::admin::{App, admin_app};
use guard_runtime::requires_group;

use super::Office;

/// Accounts, companies and settings of the installation.
#[requires_group(any(settings_admin, account_admin, auditor))]
#[admin_app(under = Office, order = 30)]
struct Administration;

impl App for Administration {}
