//! The env that is in force: anywhere below a gate, without passing it along.
//!
//! It follows a request through every `await`, into joined futures and into the streaming body of
//! the response. Work that outlives the request or leaves its task takes it along with [`spawn`]
//! and [`block`].
//!
//! ```
//! use guard_runtime::{Env, EnvError, User, env_ctx};
//!
//! fn greeting() -> Result<String, EnvError> {
//!     Ok(format!("Hello {}", env_ctx::get()?.user().name()))
//! }
//!
//! let env = Env::of(User::new(7).named("Ada"))?;
//! assert_eq!(env_ctx::sync_scope(env, greeting)?, "Hello Ada");
//! assert_eq!(greeting(), Err(EnvError::OutsideRequest));
//! # Ok::<(), EnvError>(())
//! ```

use std::sync::Arc;

use actix_web::rt::task::JoinHandle;

use super::{Env, EnvError, SLOT, Slot, current_slot};

/// The env that is in force.
///
/// # Errors
///
/// [`EnvError::OutsideRequest`] and [`EnvError::NoGate`].
pub fn get() -> Result<Env, EnvError> {
    let slot = current_slot().ok_or(EnvError::OutsideRequest)?;
    slot.env().cloned().ok_or(EnvError::NoGate)
}

/// Runs a future with this env in force: for jobs, for tests, and for what runs elevated or as
/// another user.
pub async fn scope<F: Future>(env: Env, future: F) -> F::Output {
    SLOT.scope(Arc::new(Slot::with_env(env)), future).await
}

/// Runs a closure with this env in force.
pub fn sync_scope<R>(env: Env, f: impl FnOnce() -> R) -> R {
    SLOT.sync_scope(Arc::new(Slot::with_env(env)), f)
}

/// Spawns a future on this thread that keeps the env, also after the request has been answered.
///
/// Without an env it is spawned without one: asking for it there is an error, as it is here.
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    match current_slot() {
        Some(slot) => actix_web::rt::spawn(SLOT.scope(slot, future)),
        None => actix_web::rt::spawn(future),
    }
}

/// Runs a blocking closure on the thread pool, with the env in force.
///
/// # Errors
///
/// What [`actix_web::web::block`] fails with: the closure panicked or the runtime ended.
pub async fn block<F, R>(f: F) -> Result<R, actix_web::error::BlockingError>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    let slot = current_slot();
    actix_web::web::block(move || match slot {
        Some(slot) => SLOT.sync_scope(slot, f),
        None => f(),
    })
    .await
}

/// The id of the request, as it stands in the log; `None` outside requests and jobs.
#[must_use]
pub fn request_id() -> Option<String> {
    current_slot().map(|slot| slot.request_id.to_string())
}
