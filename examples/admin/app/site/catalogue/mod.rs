//! What we sell.

mod price_change;
pub(crate) mod products;

use guard_runtime::admin::{App, admin_app};

use super::Office;

/// What we sell, and for how much.
#[admin_app(under = Office, order = 20)]
struct Catalogue;

impl App for Catalogue {}
