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
mod options;
mod secret;
mod server;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use options::{Command, HELP};

// The gates look the permissions up at the root of the crate.
pub(crate) use app::permissions::scopes;

#[actix_web::main]
async fn main() -> ExitCode {
    write_logs();
    let command = Command::parse(lexopt::Parser::from_env(), |name| std::env::var_os(name));
    let result = match command {
        Ok(Command::Help) => {
            print!("{HELP}");
            Ok(())
        }
        Ok(Command::Gates) => {
            print!("{}", gate_table::of_all_gates().await);
            Ok(())
        }
        Ok(Command::Serve(options)) => server::run(options).await,
        Err(error) => {
            eprintln!("collab: {error}\nSee `--help`.");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("collab: {error}");
            ExitCode::FAILURE
        }
    }
}

/// To the standard error, so that the lines to paste can be piped.
fn write_logs() {
    let wanted = std::env::var("RUST_LOG").ok();
    let targets = wanted.and_then(|it| it.parse::<Targets>().ok());
    let targets = targets.unwrap_or_else(|| {
        Targets::new()
            .with_default(LevelFilter::INFO)
            // Start and stop are said in our own words.
            .with_target("actix_server", LevelFilter::WARN)
            .with_target("sqlx", LevelFilter::WARN)
    });
    let log = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal());
    tracing_subscriber::registry()
        .with(log)
        .with(targets)
        .init();
}
