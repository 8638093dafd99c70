//! Helpers for an application's own tests.
//!
//! Four questions a test can ask: have the gates changed since somebody looked at the list
//! ([`assert_gates_match`]), does a running application answer where no gate stands
//! ([`assert_no_ungated_route`]), does the source register a handler without one
//! (`assert_all_gated`, feature `audit`), and do the rules of a model mean the same in the database as
//! in memory (`assert_rules_agree`, feature `sea-orm`).
#![allow(
    clippy::panic,
    reason = "a test fails by panicking: that is what these helpers are for"
)]

#[cfg(feature = "sea-orm")]
mod agreement;
#[cfg(feature = "audit")]
mod all_gated;
mod ask;
#[cfg(feature = "openapi")]
mod documented;
mod gates_match;
#[cfg(feature = "introspection")]
mod introspect;
mod sample;
mod ungated;

use std::path::{Path, PathBuf};

#[cfg(feature = "sea-orm")]
pub use agreement::{Agreement, Disagreement, RowDisagreement, RuleComparison, assert_rules_agree};
#[cfg(feature = "audit")]
pub use all_gated::assert_all_gated;
#[cfg(feature = "openapi")]
pub use documented::{assert_documented, assert_refuses_as_documented};
pub use gates_match::assert_gates_match;
#[cfg(feature = "introspection")]
pub use introspect::{assert_app_is_gated, routes_of};
pub use ungated::{UngatedRoute, assert_no_ungated_route, ungated_routes};

/// The package whose tests run, as cargo says when it runs them.
fn package_folder() -> PathBuf {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR");
    folder.map_or_else(PathBuf::new, PathBuf::from)
}

/// Relative paths are meant from the package's folder, wherever the test was started.
fn in_package(path: &Path) -> PathBuf {
    package_folder().join(path)
}
