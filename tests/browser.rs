//! The token page and Swagger UI of `examples/collab` in a real browser: headless Chromium, driven
//! over `WebDriver`.
//!
//! It needs the programs `chromium` and `chromedriver`. Without them the tests are left out, unless
//! `GUARD_TEST_REQUIRE_BROWSER` is `1`. Screenshots are kept in `target/screenshots`.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../examples/collab/app/mod.rs"]
mod app;
#[allow(dead_code, reason = "the tests of the example need more of it")]
#[path = "collab/server.rs"]
mod server;

#[path = "browser/browser.rs"]
mod browser;
#[path = "browser/create.rs"]
mod create;
#[path = "browser/driver.rs"]
mod driver;
#[path = "browser/lists.rs"]
mod lists;
#[path = "browser/looks.rs"]
mod looks;
#[path = "browser/measure.rs"]
mod measure;
#[path = "browser/mistakes.rs"]
mod mistakes;
#[path = "browser/session.rs"]
mod session;
#[path = "collab/start.rs"]
mod start;
#[path = "browser/swagger.rs"]
mod swagger;

pub(crate) const SIGN_IN: &str = "/sign-in";

// The gates look the permissions up at the root of the crate.
pub(crate) use app::permissions::scopes;
