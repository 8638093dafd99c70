//! What a gate costs, against the same check written by hand, in one run.
//!
//! `cargo bench --bench guarded_request` measures every row with criterion, counts allocations, and
//! prints the ratios that the README states, each measured by turns; it ends with an error if one of
//! them is missed. Requests are made outside the measured time and go through `init_service` and `call`.

#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark that cannot be set up has failed"
)]

#[path = "guarded_request/allocations.rs"]
mod allocations;
#[path = "guarded_request/apps.rs"]
mod apps;
#[path = "guarded_request/by_hand.rs"]
mod by_hand;
#[path = "guarded_request/measure.rs"]
mod measure;
#[path = "guarded_request/ratios.rs"]
mod ratios;
#[path = "guarded_request/requests.rs"]
mod requests;
#[path = "guarded_request/scopes.rs"]
mod scopes;
#[path = "guarded_request/tokens.rs"]
mod tokens;

use std::process::ExitCode;

use actix_web::rt::System;
use measure::Bench;
use requests::{Body, Caller};
use scopes::{of_8, of_100, of_4000};

fn main() -> ExitCode {
    let system = System::new();
    let mut bench = Bench::new(&system);
    bench.decisions("no gate", apps::unguarded(&system), apps::internal_env());
    bench.decisions("gate", apps::gates_only(&system), apps::internal_env());
    bench.decisions("10 groups", apps::few_groups(&system), apps::few::member());
    bench.decisions(
        "10,000 groups",
        apps::many_groups(&system),
        apps::many::member(),
    );
    bench.decisions("8 permissions", of_8::app(&system), of_8::env());
    bench.decisions("100 permissions", of_100::app(&system), of_100::env());
    bench.decisions("4,000 permissions", of_4000::app(&system), of_4000::env());
    for (row, twice) in [("project", false), ("project, memoised", true)] {
        let app = scopes::in_project(&system, twice);
        bench.requests(row, app, Caller::Allowed, Body::None);
    }
    let (app, request) = tokens::access_token(&system);
    bench.row("access token, cached", app, request, None);
    for body in Body::ALL {
        for caller in Caller::ALL {
            let row = |variant: &str| format!("{} {} {variant}", body.name(), caller.name());
            bench.requests(&row("no gate"), apps::unguarded(&system), caller, body);
            bench.requests(&row("by hand"), apps::by_hand(&system), caller, body);
            bench.requests(&row("ours"), apps::ours(&system, 0), caller, body);
            bench.requests(
                &row("ours, cached"),
                apps::ours(&system, 1_000),
                caller,
                body,
            );
        }
    }
    let measured = bench.finish();
    if ratios::print(&measured) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
