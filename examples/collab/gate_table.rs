//! The gates of the program, as a table.

use actix_web::web::Bytes;
use actix_web::{App, test};
use guard_runtime::tokens::{AccessTokens, MemoryTokenStore};
use guard_runtime::{GateReport, routes};
use sea_orm::DatabaseConnection;

use crate::app;

/// All gates, those made by hand included.
pub(crate) async fn of_all_gates() -> GateReport {
    // Gates of scopes are known once the routes have been built.
    let tokens = AccessTokens::builder(
        MemoryTokenStore::default(),
        &app::permissions::scopes::SCHEMA,
    );
    if let Ok(tokens) = tokens.build() {
        let register = routes::gated(|routes| {
            let nowhere = DatabaseConnection::default();
            app::routes::register(routes, &tokens, &nowhere, &Bytes::new());
        });
        let _ = test::init_service(App::new().configure(register)).await;
    }
    guard_runtime::report()
}
