//! The administration site of `examples/`, over real sockets: in this process, and as the program itself.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../examples/admin/app/mod.rs"]
mod app;

#[path = "admin_example/actions.rs"]
mod actions;
#[path = "admin_example/browsers.rs"]
mod browsers;
#[path = "admin_example/closed.rs"]
mod closed;
#[path = "admin_example/document.rs"]
mod document;
#[path = "support/example.rs"]
mod example;
#[path = "admin_example/menu.rs"]
mod menu;
#[path = "admin_example/program.rs"]
mod program;
#[path = "admin_example/records.rs"]
mod records;
#[path = "admin_example/server.rs"]
mod server;
#[path = "admin_example/table.rs"]
mod table;
#[path = "admin_example/table_access.rs"]
mod table_access;
#[path = "admin_example/tokens.rs"]
mod tokens;
#[path = "openapi/validate.rs"]
mod validate;

// The gates and the models look the names up at the root of the crate.
pub(crate) use app::groups;
