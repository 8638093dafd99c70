//! No change without an entry.

use super::{ChangeLog, ChangeState, NewChange};
use crate::tokens::StoreError;

/// Makes a change that is written down before, and how it ended after: no change goes unlogged.
///
/// If it cannot be written down, it is not made. If a caller goes away in the middle, or how it ended cannot
/// be written down, the entry says that it was begun.
///
/// ```
/// use guard_runtime::admin::access::{
///     AssignmentKind, ChangeFilter, ChangeLog, ChangeState, MemoryChangeLog, NewChange, logged,
/// };
/// use guard_runtime::tokens::StoreError;
/// use guard_runtime::{Env, Id, User};
///
/// # #[actix_web::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let log = MemoryChangeLog::default();
/// let ada = Env::of(User::new(1))?;
/// let change = NewChange::of(&ada, &Id::from(2), AssignmentKind::Group, [], ["sales_user"]);
/// logged(&log, change, async { Ok::<_, StoreError>(()) }).await?;
///
/// let listed = log.list(&ChangeFilter::default(), 25, 0).get().await?;
/// assert_eq!(listed.items[0].state, ChangeState::Done);
/// assert_eq!(listed.items[0].after, ["sales_user"]);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// The change cannot be written down, or it fails.
pub async fn logged<T, E: From<StoreError>>(
    log: &dyn ChangeLog,
    change: NewChange,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    let (actor, user, kind) = (
        change.actor.clone(),
        change.user.clone(),
        change.kind.name(),
    );
    let request_id = change.request_id.clone();
    let id = log.begin(change).get().await?;
    let outcome = work.await;
    let state = match outcome {
        Ok(_) => ChangeState::Done,
        Err(_) => ChangeState::Failed,
    };
    tracing::warn!(%actor, %user, kind, change = id, state = state.name(), request_id, "an assignment was to be changed");
    if log.finish(id, state).get().await.is_err() {
        // It has happened, or not: the caller has to know that, and not that the log has failed.
        tracing::error!(
            change = id,
            state = state.name(),
            request_id,
            "how a change ended is not written down"
        );
    }
    outcome
}
