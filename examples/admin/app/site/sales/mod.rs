//! Selling: invoices, orders, contacts and tickets.

mod contacts;
mod invoices;
mod mark_paid;
mod orders;
mod remind;
mod tickets;

use guard_runtime::admin::{App, admin_app};
use guard_runtime::requires_group;

use super::Office;

/// What is sold, to whom, and what they say of it.
#[requires_group(any(sales_user, auditor))]
#[admin_app(under = Office, order = 10)]
struct Sales;

impl App for Sales {}
