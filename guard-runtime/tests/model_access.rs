//! What `#[model_access]` and `define_env!` declare, on structs without a database.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

#[path = "model_access/decisions.rs"]
mod decisions;
#[path = "model_access/env.rs"]
mod env;
#[path = "model_access/fields.rs"]
mod fields;
#[path = "model_access/models.rs"]
mod models;
#[path = "model_access/people.rs"]
mod people;
#[path = "model_access/registry.rs"]
mod registry;
#[path = "model_access/relations.rs"]
mod relations;
#[path = "model_access/sql.rs"]
mod sql;

guard_runtime::define_groups! {
    /// Who works in the shop.
    pub mod groups {
        /// Sells.
        sales_user: core_internal,
        /// Leads the sales team.
        sales_manager: sales_user,
        /// Sees the books.
        auditor: core_internal,
    }
}

guard_runtime::define_env! {
    /// What rules ask besides ids.
    pub mod attributes {
        /// The sales region.
        region: String,
        /// The teams led.
        team_ids: [i64],
        /// What may be seen.
        level: Option<i32>,
        /// Whether everything may be seen.
        boss: bool,
    }
}
