//! Personal access tokens, over requests as an application gets them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "tests"
)]

mod api;
mod create;
mod credential;
mod list;
mod log;
mod revoke;
mod scope;
mod support;
mod usage;
