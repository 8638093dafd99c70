//! The pages about access, as browsers ask for them.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

mod assigning;
mod assigning_refused;
#[allow(dead_code, reason = "the tests of the other pages use the rest of it")]
#[path = "../admin_pages/browser.rs"]
mod browser;
mod changes;
mod explain;
mod matrix;
mod people;
mod refused;
mod routes;
mod server;
mod site;
mod users;
mod who_can;

guard_runtime::define_groups! {
    /// Who works in the office.
    pub mod groups {
        /// Sells.
        seller: core_internal,
        /// Leads.
        manager: seller,
        /// Looks at who may do what.
        auditor: core_internal,
    }
}

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub mod scopes {
        /// Administration.
        admin {
            /// Users.
            users: GET | UPDATE,
        }
    }
}

guard_runtime::define_roles! {
    /// What people are entrusted with.
    pub mod roles {
        /// Looks after users.
        keeper { admin.users = * },
    }
}
