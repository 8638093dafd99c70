//! The administration site of `examples/admin` in a real browser, as `tests/browser.rs` drives one.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "browser/admin/access.rs"]
mod access;
#[allow(dead_code, reason = "the program needs more of it")]
#[path = "../examples/admin/app/mod.rs"]
mod app;
#[allow(dead_code, reason = "the other tests in a browser need more of it")]
#[path = "browser/browser.rs"]
mod browser;
#[path = "browser/driver.rs"]
mod driver;
#[path = "browser/admin/forged.rs"]
mod forged;
#[path = "browser/admin/forms.rs"]
mod forms;
#[path = "browser/admin/hostile.rs"]
mod hostile;
#[path = "browser/admin/hostile_input.rs"]
mod hostile_input;
#[path = "browser/admin/keyboard.rs"]
mod keyboard;
#[path = "browser/admin/lists.rs"]
mod lists;
#[path = "browser/admin/looks.rs"]
mod looks;
#[path = "browser/measure.rs"]
mod measure;
#[path = "browser/admin/people.rs"]
mod people;
#[path = "browser/admin/refused.rs"]
mod refused;
#[allow(dead_code, reason = "the tests of the example need more of it")]
#[path = "admin_example/server.rs"]
mod server;
#[path = "browser/admin/tokens.rs"]
mod tokens;
#[path = "browser/admin/values.rs"]
mod values;
#[path = "browser/admin/view_as.rs"]
mod view_as;
#[path = "browser/admin/world.rs"]
mod world;

pub(crate) const SIGN_IN: &str = "/admin/sign-in";

// The gates and the models look the names up at the root of the crate.
pub(crate) use app::groups;
