//! How a program serves: where it listens, what it signs with, and when it ends.

use std::io::{self, ErrorKind};
use std::net::TcpListener;

use actix_web::rt::signal;
use actix_web::web::ServiceConfig;
use actix_web::{App, HttpServer};
use guard_runtime::AccessControl;

use super::options::{Options, Program};
use super::secret::Secret;

/// The secret that was given, or one for this process alone.
pub(crate) fn secret(program: Program, given: Option<Secret>) -> Result<Secret, getrandom::Error> {
    if let Some(secret) = given {
        return Ok(secret);
    }
    tracing::warn!(
        "no secret is given, so one was generated: tokens end with this process; \
         `--secret` or {} keeps them",
        program.variable("SECRET")
    );
    Secret::generate()
}

pub(crate) fn listen(program: Program, options: &Options) -> Result<TcpListener, String> {
    let Options { host, port, .. } = options;
    TcpListener::bind((*host, *port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!(
            "port {port} is taken: stop what listens there, or choose another with `--port` or {} \
             (`--port 0` takes a free one)",
            program.variable("PORT")
        ),
        _ => format!("cannot listen on {host}:{port}: {error}"),
    })
}

/// Serves behind this access control until the process is asked to stop. What is said first goes to the
/// standard output.
pub(crate) async fn serve(
    listener: TcpListener,
    access: AccessControl,
    configure: impl Fn(&mut ServiceConfig) + Clone + Send + 'static,
    said: &str,
) -> io::Result<()> {
    let address = listener.local_addr()?;
    let server = HttpServer::new(move || {
        let configure = configure.clone();
        App::new()
            .configure(move |config| configure(config))
            .wrap(access.clone())
    })
    // A password takes 19 MiB to verify: no more than four at a time on each worker.
    .worker_max_blocking_threads(4)
    .shutdown_timeout(5)
    .shutdown_signal(stopped())
    .listen(listener)?
    .run();

    tracing::info!("listening on http://{address}");
    println!("{said}");
    server.await
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
