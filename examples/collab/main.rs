//! Collaboration on projects: permissions of users and of members of projects, and a gate on every
//! route.
//!
//! ```text
//! cargo run --example collab
//! curl -i 'http://127.0.0.1:8080/api/announcements'
//! ```
//!
//! It prints further lines to paste, and `--help` says what can be set.

mod app;
mod gate_table;
#[path = "../shared/program/mod.rs"]
mod program;
mod server;

use std::process::ExitCode;

use program::Program;

// The gates look the permissions up at the root of the crate.
pub(crate) use app::permissions::scopes;

const PROGRAM: Program = Program {
    name: "collab",
    about: "Collaboration on projects behind gates, with an embedded database and demonstration data.",
};

#[actix_web::main]
async fn main() -> ExitCode {
    program::run(PROGRAM, gate_table::of_all_gates(), server::run).await
}
