//! Serving, from the first line of the log to the last.

use std::error::Error;

use actix_web::web::ServiceConfig;

use crate::PROGRAM;
use crate::app::{Administration, accounts_to_try};
use crate::program::{Options, serving};

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
///
/// The port is taken, the secret too short, or the database cannot be opened.
pub(crate) async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let listener = serving::listen(PROGRAM, &options)?;
    let address = listener.local_addr()?;
    let secret = serving::secret(PROGRAM, options.secret)?;
    tracing::info!("the database is `{}`", options.database);
    // Other machines send passwords over TLS, which something in front of this program speaks.
    let is_secure = !options.host.is_loopback();
    let app = Administration::open(&options.database, secret.as_bytes(), is_secure).await?;
    let configured = app.clone();
    let configure = move |config: &mut ServiceConfig| configured.configure(config);
    let lines = accounts_to_try::lines(address);
    serving::serve(listener, app.access(), configure, &lines).await?;
    app.close().await;
    tracing::info!("stopped");
    Ok(())
}
