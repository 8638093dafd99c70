//! The back office of `examples/`, over real sockets: in this process, and as the program itself.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../examples/backoffice/app/mod.rs"]
mod app;

#[path = "backoffice/administrators.rs"]
mod administrators;
#[path = "backoffice/bad_input.rs"]
mod bad_input;
#[path = "backoffice/callers.rs"]
mod callers;
#[path = "backoffice/customers.rs"]
mod customers;
#[path = "support/example.rs"]
mod example;
#[path = "backoffice/explained.rs"]
mod explained;
#[path = "backoffice/fields.rs"]
mod fields;
#[path = "backoffice/hostile_bodies.rs"]
mod hostile_bodies;
#[path = "backoffice/hostile_queries.rs"]
mod hostile_queries;
#[path = "backoffice/invoice_lists.rs"]
mod invoice_lists;
#[path = "backoffice/invoice_sets.rs"]
mod invoice_sets;
#[path = "backoffice/invoice_table.rs"]
mod invoice_table;
#[path = "backoffice/invoices.rs"]
mod invoices;
#[path = "backoffice/models.rs"]
mod models;
#[path = "backoffice/page.rs"]
mod page;
#[path = "backoffice/program.rs"]
mod program;
#[path = "backoffice/seeded.rs"]
mod seeded;
#[path = "backoffice/server.rs"]
mod server;
#[path = "backoffice/shell.rs"]
mod shell;
#[path = "backoffice/sign_in.rs"]
mod sign_in;
#[path = "backoffice/table.rs"]
mod table;
#[path = "backoffice/values.rs"]
mod values;

// The gates and the models look the names up at the root of the crate.
pub(crate) use app::{groups, roles};
