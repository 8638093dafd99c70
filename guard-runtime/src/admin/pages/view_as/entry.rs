//! What stands in the log of changes about it: who began, as whom, and when it ended.

use crate::Id;
use crate::admin::access::{
    AskError, AssignmentKind, ChangeFilter, ChangeLog, ChangeState, NewChange,
};
use crate::authn::now;
use crate::env::Env;

/// How long one may see the site as somebody else, in seconds.
pub(super) const LONGEST: i64 = 3600;

/// Of changes by the same actor that came later, so many are looked through.
const LATER: u64 = 100;

/// Writes down that it begins, and returns the number of the entry.
pub(super) async fn begin(log: &dyn ChangeLog, env: &Env, user: &Id) -> Result<i64, AskError> {
    let change = NewChange::of(env, user, AssignmentKind::ViewAs, [], ["viewing"]);
    write(log, change).await
}

/// Writes down that it has ended.
pub(super) async fn end(log: &dyn ChangeLog, env: &Env, user: &Id) -> Result<(), AskError> {
    let change = NewChange::of(env, user, AssignmentKind::ViewAs, ["viewing"], []);
    write(log, change).await.map(drop)
}

/// Here a failure to say how it ended counts: it would be believed later.
async fn write(log: &dyn ChangeLog, change: NewChange) -> Result<i64, AskError> {
    let id = log.begin(change).get().await?;
    log.finish(id, ChangeState::Done).get().await?;
    Ok(id)
}

/// As whom the actor sees the site by this entry: nobody, if it is not theirs, has ended or is too old.
pub(super) async fn viewed(
    log: &dyn ChangeLog,
    actor: &Env,
    entry: i64,
) -> Result<Option<Id>, AskError> {
    let filter = ChangeFilter {
        actor: Some(actor.uid().clone()),
        ..ChangeFilter::default()
    };
    let listed = log.list(&filter, LATER, 0).get().await?;
    // A later one ends it: as somebody else, or as oneself.
    let mut entries = listed.items.into_iter();
    let last = entries.find(|it| it.kind == AssignmentKind::ViewAs);
    let age = |at| now().saturating_sub(at);
    let last = last.filter(|it| {
        it.id == entry
            && it.actor == *actor.uid()
            && it.state == ChangeState::Done
            && !it.after.is_empty()
            && (0..LONGEST).contains(&age(it.at))
    });
    Ok(last.map(|it| it.user))
}
