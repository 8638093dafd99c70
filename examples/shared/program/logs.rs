//! The log of a program.

use std::io::{self, IsTerminal};

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// To the standard error, so that the lines to paste can be piped.
pub(crate) fn write() {
    let wanted = std::env::var("RUST_LOG").ok();
    let targets = wanted.and_then(|it| it.parse::<Targets>().ok());
    let targets = targets.unwrap_or_else(|| {
        Targets::new()
            .with_default(LevelFilter::INFO)
            // Start and stop are said in our own words.
            .with_target("actix_server", LevelFilter::WARN)
            .with_target("sea_orm_migration", LevelFilter::WARN)
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
