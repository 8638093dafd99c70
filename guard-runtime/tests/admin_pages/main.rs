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
mod lists;
mod many;
mod models;
mod office;
mod refused;
mod server;
mod session;
mod site;

guard_runtime::define_groups! {
    /// Who works in the office.
    pub mod groups {
        /// Sells.
        seller: core_internal,
        /// Leads.
        manager: seller,
    }
}
