//! One change, and who keeps it.

use serde::Serialize;

use super::{AssignmentKind, ChangeState};
use crate::Id;
use crate::admin::access::Part;
use crate::admin::access::csv::Csv;
use crate::authn::{Answer, now};
use crate::env::{Env, env_ctx};
use crate::tokens::StoreError;

/// A change of what somebody may do, as it is written down before it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewChange {
    /// When, in seconds since 1970-01-01 UTC.
    pub at: i64,
    /// Who does it.
    pub actor: Id,
    /// To whom.
    pub user: Id,
    /// The request, as it stands in the log.
    pub request_id: Option<String>,
    /// What it is about.
    pub kind: AssignmentKind,
    /// What it was: names of groups or roles, ids of tokens (no secrets).
    pub before: Vec<String>,
    /// What it is to be.
    pub after: Vec<String>,
}

impl NewChange {
    /// A change that is made now by who acts in this env, in the request that runs.
    pub fn of<S: Into<String>>(
        env: &Env,
        user: &Id,
        kind: AssignmentKind,
        before: impl IntoIterator<Item = S>,
        after: impl IntoIterator<Item = S>,
    ) -> Self {
        Self {
            at: now(),
            actor: env.actor().id().clone(),
            user: user.clone(),
            request_id: env_ctx::request_id(),
            kind,
            before: before.into_iter().map(Into::into).collect(),
            after: after.into_iter().map(Into::into).collect(),
        }
    }
}

/// A change of what somebody may do, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AssignmentChange {
    /// Its number: a later change has a higher one.
    pub id: i64,
    /// When, in seconds since 1970-01-01 UTC.
    pub at: i64,
    /// Who did it.
    pub actor: Id,
    /// To whom.
    pub user: Id,
    /// The request, as it stands in the log.
    pub request_id: Option<String>,
    /// What it is about.
    pub kind: AssignmentKind,
    /// What it was.
    pub before: Vec<String>,
    /// What it was to be.
    pub after: Vec<String>,
    /// How far it has come.
    pub state: ChangeState,
}

impl AssignmentChange {
    pub(crate) fn begun(id: i64, change: NewChange) -> Self {
        Self {
            id,
            at: change.at,
            actor: change.actor,
            user: change.user,
            request_id: change.request_id,
            kind: change.kind,
            before: change.before,
            after: change.after,
            state: ChangeState::Begun,
        }
    }

    /// Comma-separated values (RFC 4180), a line for each; nothing in it runs in a spreadsheet.
    #[must_use]
    pub fn to_csv(changes: &[Self]) -> String {
        let mut csv = Csv::new(&[
            "id", "at", "actor", "user", "kind", "state", "before", "after",
        ]);
        for it in changes {
            csv.line([
                &*it.id.to_string(),
                &it.at.to_string(),
                &it.actor.as_text(),
                &it.user.as_text(),
                it.kind.name(),
                it.state.name(),
                &it.before.join(" "),
                &it.after.join(" "),
            ]);
        }
        csv.into_text()
    }
}

/// Which changes are listed: those to whom all of it applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeFilter {
    /// To this user.
    pub user: Option<Id>,
    /// By this one.
    pub actor: Option<Id>,
}

/// Keeps the log of changes: [`MemoryChangeLog`](super::MemoryChangeLog), or a database:
/// [`SqlChangeLog`](crate::sql::SqlChangeLog). An operation that fails has written nothing.
pub trait ChangeLog: Send + Sync + 'static {
    /// Writes down a change that is about to be made, and returns its number.
    ///
    /// # Errors
    ///
    /// It is not written down: then it must not be made.
    fn begin(&self, change: NewChange) -> Answer<'_, Result<i64, StoreError>>;

    /// Writes down how it has ended; `state` is not `Begun`.
    ///
    /// # Errors
    ///
    /// There is no such change that was begun and has not ended.
    fn finish(&self, id: i64, state: ChangeState) -> Answer<'_, Result<(), StoreError>>;

    /// A part of the changes, the newest first.
    ///
    /// # Errors
    ///
    /// The log does not answer: 503.
    fn list<'a>(
        &'a self,
        filter: &'a ChangeFilter,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<AssignmentChange>, StoreError>>;
}
