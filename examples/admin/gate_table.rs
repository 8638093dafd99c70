//! The gates of the program, as a table.

use actix_web::{App, test};
use guard_runtime::GateReport;

use crate::app::Administration;

/// All gates, those of the site's pages included.
pub(crate) async fn of_all_gates() -> GateReport {
    // A site notes its gates when it is made. Nothing is served, so the secret protects nothing.
    match Administration::open("sqlite::memory:", &[0; 32], false).await {
        Ok(app) => {
            let configured = App::new().configure(move |config| app.configure(config));
            let _ = test::init_service(configured).await;
        }
        Err(error) => tracing::error!(%error, "the gates of the site are missing here"),
    }
    guard_runtime::report()
}
