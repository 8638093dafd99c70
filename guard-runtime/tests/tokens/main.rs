//! Personal access tokens, over requests as an application gets them.
#![allow(
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

mod api;
mod create;
mod credential;
mod list;
mod log;
mod mistakes;
mod owner;
#[cfg(feature = "pages")]
mod page;
mod race;
mod revoke;
mod scope;
mod support;
mod usage;
