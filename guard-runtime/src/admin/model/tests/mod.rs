//! Records behind pages, in `SQLite` and `PostgreSQL`.

mod changes;
mod codec;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the tests of the stores use the rest of it"
)]
#[path = "../../../../tests/sql/databases.rs"]
mod databases;
mod form_pages;
mod forms;
mod hostile;
mod keys;
mod lists;
mod mistakes;
mod models;
mod pages;
mod wide;
mod world;
