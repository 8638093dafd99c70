//! Serving, from the first line of the log to the last.

use std::error::Error;
use std::io::ErrorKind;
use std::net::TcpListener;

use actix_web::rt::signal;
use actix_web::{App, HttpServer};

use crate::app::{Collab, curl};
use crate::options::Options;
use crate::secret::Secret;

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
///
/// The port is taken, the secret too short, or the database cannot be opened.
pub(crate) async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let listener = listen(&options)?;
    let address = listener.local_addr()?;
    let secret = if let Some(secret) = options.secret {
        secret
    } else {
        tracing::warn!(
            "no secret is given, so one was generated: tokens end with this process; \
                 `--secret` or COLLAB_SECRET keeps them"
        );
        Secret::generate()?
    };
    tracing::info!("the database is `{}`", options.database);
    let app = Collab::open(&options.database, secret.as_bytes()).await?;
    let closing = app.clone();
    let server = HttpServer::new(move || {
        let configured = app.clone();
        App::new()
            .configure(move |config| configured.configure(config))
            .wrap(app.access())
    })
    // A password takes 19 MiB to verify: no more than four at a time on each worker.
    .worker_max_blocking_threads(4)
    .shutdown_timeout(5)
    .shutdown_signal(stopped())
    .listen(listener)?
    .run();

    tracing::info!("listening on http://{address}");
    println!("{}", curl::lines(address));
    server.await?;
    closing.close().await;
    tracing::info!("stopped");
    Ok(())
}

fn listen(options: &Options) -> Result<TcpListener, String> {
    let Options { host, port, .. } = options;
    TcpListener::bind((*host, *port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!(
            "port {port} is taken: stop what listens there, or choose another with `--port` or \
             COLLAB_PORT (`--port 0` takes a free one)"
        ),
        _ => format!("cannot listen on {host}:{port}: {error}"),
    })
}

/// Ends when the process is asked to stop.
#[cfg(unix)]
async fn stopped() {
    use signal::unix::{SignalKind, signal};

    let interrupt = signal(SignalKind::interrupt());
    let signals = interrupt.and_then(|it| Ok((it, signal(SignalKind::terminate())?)));
    match signals {
        Ok((mut interrupt, mut terminate)) => {
            std::future::poll_fn(|context| {
                let interrupted = interrupt.poll_recv(context).map(drop);
                let terminated = terminate.poll_recv(context).map(drop);
                if interrupted.is_ready() {
                    interrupted
                } else {
                    terminated
                }
            })
            .await;
        }
        Err(error) => {
            tracing::warn!(%error, "signals cannot be awaited, so they end the process at once");
            std::future::pending::<()>().await;
        }
    }
}

/// Ends when the process is asked to stop.
#[cfg(not(unix))]
async fn stopped() {
    let _ = signal::ctrl_c().await;
}
