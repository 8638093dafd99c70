//! What rules for records cost, against the same conditions written by hand, in one run.
//!
//! `cargo bench --bench records` prints the ratios that the README states, each measured by turns, and
//! ends with an error if one of them is missed. `scripts/postgres cargo bench --bench records` measures
//! `PostgreSQL` as well.

#![allow(
    missing_docs,
    clippy::expect_used,
    reason = "a benchmark that cannot be set up has failed"
)]

#[path = "records/databases.rs"]
mod databases;
#[path = "records/invoice.rs"]
mod invoice;
#[path = "records/lists.rs"]
mod lists;
#[path = "records/many.rs"]
mod many;
#[path = "records/memory.rs"]
mod memory;
#[path = "records/turns.rs"]
mod turns;

use std::process::ExitCode;

use actix_web::rt::System;
use turns::Table;

guard_runtime::define_groups! {
    pub mod groups {
        sales_user: core_internal,
        sales_manager: sales_user,
        auditor: core_internal,
    }
}

fn main() -> ExitCode {
    let mut table = Table::default();
    memory::measure(&mut table);
    System::new().block_on(async {
        for database in databases::all().await {
            lists::measure(&database, &mut table).await;
        }
    });
    if table.print() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
