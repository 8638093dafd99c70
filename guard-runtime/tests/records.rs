//! The guarded database: who gets at which rows and fields, in `SQLite` and `PostgreSQL`.
//!
//! `PostgreSQL` is where `GUARD_TEST_POSTGRES` says (see `scripts/postgres`). Without it these tests say
//! so and pass, unless `GUARD_TEST_REQUIRE_POSTGRES=1`.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

#[path = "records/aggregates.rs"]
mod aggregates;
#[path = "records/app.rs"]
mod app;
#[path = "records/changes.rs"]
mod changes;
#[path = "records/creates.rs"]
mod creates;
#[allow(dead_code, reason = "the tests of the stores use the rest of it")]
#[path = "sql/databases.rs"]
mod databases;
#[path = "records/down.rs"]
mod down;
#[path = "records/envs.rs"]
mod envs;
#[path = "records/explained.rs"]
mod explained;
#[path = "records/fields.rs"]
mod fields;
#[path = "records/filters.rs"]
mod filters;
#[path = "records/http.rs"]
mod http;
#[path = "records/matrix.rs"]
mod matrix;
#[path = "records/models/mod.rs"]
mod models;
#[path = "records/nested.rs"]
mod nested;
#[path = "records/notes.rs"]
mod notes;
#[path = "records/people.rs"]
mod people;
#[path = "records/race.rs"]
mod race;
#[path = "records/reads.rs"]
mod reads;
#[path = "records/related.rs"]
mod related;
#[path = "records/rows.rs"]
mod rows;
#[path = "records/sets.rs"]
mod sets;
#[path = "records/transactions.rs"]
mod transactions;
#[path = "records/world.rs"]
mod world;
#[path = "records/writes.rs"]
mod writes;

guard_runtime::define_groups! {
    /// Who works with invoices.
    pub mod groups {
        /// Sells.
        sales_user: core_internal,
        /// Leads the sales team.
        sales_manager: sales_user,
        /// Also deletes.
        admin: sales_manager,
    }
}
