//! Serving, from the first line of the log to the last.

use std::error::Error;

use actix_web::{App, HttpServer};

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
    let server = HttpServer::new(move || {
        let configured = app.clone();
        App::new()
            .configure(move |config| configured.configure(config))
            .wrap(app.access())
    })
    // A password takes 19 MiB to verify: no more than four at a time on each worker.
    .worker_max_blocking_threads(4)
    .shutdown_timeout(5)
    .shutdown_signal(serving::stopped())
    .listen(listener)?
    .run();

    tracing::info!("listening on http://{address}");
    println!("{}", accounts_to_try::lines(address));
    server.await?;
    tracing::info!("stopped");
    Ok(())
}
