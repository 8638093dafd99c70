//! The gates of the program, as a table.

use actix_web::{App, test};
use guard_runtime::{GateReport, routes};

use crate::app;

/// All gates, those made by hand included.
pub(crate) async fn of_all_gates() -> GateReport {
    // Gates of scopes are known once the routes have been built.
    let _ = test::init_service(App::new().configure(routes::gated(app::routes::register))).await;
    guard_runtime::report()
}
