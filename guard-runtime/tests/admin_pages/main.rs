//! The pages of an administration site, as browsers ask for them.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

mod actions;
mod browser;
mod changes;
mod checks;
mod checks_of_many;
mod desk;
mod head;
mod lists;
mod many;
mod models;
mod money;
mod office;
mod references;
mod refused;
mod server;
mod session;
mod site;
mod uploads;
mod vault;

guard_runtime::define_groups! {
    /// Who works in the office.
    pub mod groups {
        /// Sells.
        seller: core_internal,
        /// Leads.
        manager: seller,
    }
}
