//! An administration site on the data of the back office: menu, lists, forms and buttons by permission.
//!
//! ```text
//! cargo run --example admin
//! ```
//!
//! It prints the accounts to sign in with, and `--help` says what can be set.

mod app;
mod gate_table;
#[path = "../shared/program/mod.rs"]
mod program;
mod server;

use std::process::ExitCode;

use program::Program;

// The gates and the models look the names up at the root of the crate.
pub(crate) use app::groups;

const PROGRAM: Program = Program {
    name: "admin",
    about: "An administration site behind gates, with an embedded database and demonstration data.",
};

#[actix_web::main]
async fn main() -> ExitCode {
    // It is a large future: one allocation instead of so much of the stack.
    Box::pin(program::run(
        PROGRAM,
        gate_table::of_all_gates(),
        server::run,
    ))
    .await
}
