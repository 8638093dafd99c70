//! Where a program listens, what it signs with, and when it ends.

use std::io::ErrorKind;
use std::net::TcpListener;

use actix_web::rt::signal;

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

/// Ends when the process is asked to stop.
#[cfg(unix)]
pub(crate) async fn stopped() {
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
pub(crate) async fn stopped() {
    let _ = signal::ctrl_c().await;
}
