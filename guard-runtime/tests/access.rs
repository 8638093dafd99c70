//! What the pages about access show.
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

#[path = "access/accounts.rs"]
mod accounts;
#[path = "access/asked.rs"]
mod asked;
#[path = "access/assign.rs"]
mod assign;
#[path = "access/assign_later.rs"]
mod assign_later;
#[path = "access/assign_limits.rs"]
mod assign_limits;
#[path = "access/changes.rs"]
mod changes;
#[path = "access/changes_told.rs"]
mod changes_told;
#[allow(dead_code, reason = "the tests of the stores use the rest of it")]
#[path = "sql/databases.rs"]
mod databases;
#[path = "access/explain.rs"]
mod explain;
#[path = "access/leftover.rs"]
mod leftover;
#[path = "access/matrix.rs"]
mod matrix;
#[path = "access/opens.rs"]
mod opens;
#[path = "access/outline.rs"]
mod outline;
#[path = "access/projects.rs"]
mod projects;
#[path = "access/queries.rs"]
mod queries;
#[path = "access/records.rs"]
mod records;
#[path = "access/routes.rs"]
mod routes;
#[path = "access/who.rs"]
mod who;
#[path = "access/who_many.rs"]
mod who_many;
#[path = "access/world.rs"]
mod world;

// Where the attributes look for them.
use world::{attributes, groups, roles, scopes};
