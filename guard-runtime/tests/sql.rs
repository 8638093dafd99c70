//! Access data in databases: one suite for `SQLite` in memory, `SQLite` in a file, and `PostgreSQL`.
//!
//! `PostgreSQL` is where `GUARD_TEST_POSTGRES` says (see `scripts/postgres`). Without it these tests say
//! so and pass, unless `GUARD_TEST_REQUIRE_POSTGRES=1`.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

#[path = "sql/cost.rs"]
mod cost;
#[path = "sql/crowd.rs"]
mod crowd;
#[path = "sql/databases.rs"]
mod databases;
#[path = "sql/gone.rs"]
mod gone;
#[path = "sql/migrations.rs"]
mod migrations;
#[path = "sql/projects.rs"]
mod projects;
#[path = "sql/roles.rs"]
mod roles;
#[path = "sql/schema.rs"]
mod schema;
#[path = "sql/together.rs"]
mod together;
#[path = "sql/token.rs"]
mod token;
#[path = "sql/tokens.rs"]
mod tokens;

// Where `define_roles!` looks for it.
use schema::scopes;
