//! Rules mean the same in SQL, in memory and to a reference that shares no code with either.
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

#[path = "agreement/asked.rs"]
mod asked;
#[path = "agreement/attributes.rs"]
mod attributes;
#[path = "agreement/beside.rs"]
mod beside;
#[allow(unreachable_pub, reason = "what SeaORM makes of entities is public")]
#[path = "agreement/by_hand.rs"]
mod by_hand;
#[path = "agreement/careless.rs"]
mod careless;
#[path = "agreement/case.rs"]
mod case;
#[path = "agreement/cell.rs"]
mod cell;
#[path = "agreement/choose.rs"]
mod choose;
#[allow(dead_code, reason = "the tests of the stores use the rest of it")]
#[path = "sql/databases.rs"]
mod databases;
#[allow(unreachable_pub, reason = "what SeaORM makes of entities is public")]
#[path = "agreement/entities.rs"]
mod entities;
#[path = "agreement/generate.rs"]
mod generate;
#[path = "agreement/generated.rs"]
mod generated;
#[path = "agreement/helper.rs"]
mod helper;
#[path = "agreement/left_behind.rs"]
mod left_behind;
#[path = "agreement/library.rs"]
mod library;
#[allow(unreachable_pub, reason = "what SeaORM makes of entities is public")]
#[path = "agreement/lies.rs"]
mod lies;
#[path = "agreement/mysql.rs"]
mod mysql;
#[path = "agreement/plan.rs"]
mod plan;
#[path = "agreement/random.rs"]
mod random;
#[path = "agreement/reference.rs"]
mod reference;
#[path = "agreement/short.rs"]
mod short;
#[path = "agreement/store.rs"]
mod store;
#[path = "agreement/tables.rs"]
mod tables;
#[path = "agreement/text_traps.rs"]
mod text_traps;
#[path = "agreement/traps.rs"]
mod traps;
#[path = "agreement/values.rs"]
mod values;
#[path = "agreement/world.rs"]
mod world;
