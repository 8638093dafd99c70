//! Scopes as clients and handlers meet them: challenges, scope claims, questions inside handlers, and
//! how often the directory of projects is asked.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "scopes/accumulated.rs"]
mod accumulated;
#[path = "scopes/app.rs"]
mod app;
#[path = "scopes/asked.rs"]
mod asked;
#[path = "scopes/challenges.rs"]
mod challenges;
#[path = "scopes/claims.rs"]
mod claims;
#[path = "decisions/declared.rs"]
mod declared;
#[path = "tokens/events.rs"]
mod events;
#[path = "scopes/guards.rs"]
mod guards;
#[path = "scopes/names.rs"]
mod names;
#[path = "scopes/paths.rs"]
mod paths;
#[path = "scopes/people.rs"]
mod people;
#[path = "scopes/projects.rs"]
mod projects;
mod support;
#[path = "scopes/used.rs"]
mod used;
#[path = "scopes/values.rs"]
mod values;

// The gates look names up at the root of the crate.
pub(crate) use declared::scopes;
pub(crate) use support::groups;
