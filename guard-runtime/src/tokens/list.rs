//! What tokens there are.

use std::time::Duration;

use super::access_tokens::unavailable;
use super::actual::Actual;
use super::requested::Requested;
use super::{AccessTokens, StoredToken, TokenInfo, TokenState};
use crate::Id;
use crate::authn::now;
use crate::denied::{Denied, Reason};
use crate::env::{Env, EnvError};

impl AccessTokens {
    /// The tokens of the env's user, oldest first; expired and revoked ones too.
    ///
    /// # Errors
    ///
    /// 401 for whoever has not signed in, 503 if what has to be asked does not answer.
    pub async fn list(&self, env: &Env) -> Result<Vec<TokenInfo>, Denied> {
        self.list_of(signed_in(env)?).await
    }

    /// The tokens of one owner, oldest first. Who may see them is for a gate to say.
    ///
    /// # Errors
    ///
    /// 503 if what has to be asked does not answer.
    pub async fn list_of(&self, owner: &Id) -> Result<Vec<TokenInfo>, Denied> {
        let mut tokens = self.stored(Some(owner)).await?;
        // A database may compare owners without regard to case.
        tokens.retain(|it| it.owner == *owner);
        let now = now();
        let active = tokens
            .iter()
            .filter(|it| it.state(now) == TokenState::Active);
        let read = active.map(|it| Requested::read(self.0.schema, it));
        let actual = Actual::find(owner, &read.collect::<Vec<_>>()).await?;
        Ok(self.show(tokens, &actual, now))
    }

    /// The tokens of everybody, oldest first. What they may do now is not asked: each owner would
    /// have to be looked up. Who may see them is for a gate to say.
    ///
    /// # Errors
    ///
    /// 503 if the store does not answer.
    pub async fn list_all(&self) -> Result<Vec<TokenInfo>, Denied> {
        let tokens = self.stored(None).await?;
        Ok(self.show(tokens, &Actual::default(), now()))
    }

    /// Deletes the tokens of all owners that expired or were revoked so long ago; how many these were.
    /// Until then lists show them. Without it they are kept for good.
    ///
    /// # Errors
    ///
    /// 503 if the store does not answer.
    pub async fn forget(&self, ended_for: Duration) -> Result<u64, Denied> {
        let ago = i64::try_from(ended_for.as_secs()).unwrap_or(i64::MAX);
        let forgotten = self.0.store.forget(now().saturating_sub(ago)).get().await;
        let count = forgotten.map_err(|error| unavailable(&error))?;
        tracing::info!(count, "personal access tokens that had ended were deleted");
        Ok(count)
    }

    /// One token of this owner that was just made. Whether the directory answers now does not change
    /// that it was.
    pub(super) async fn info_of(&self, owner: &Id, stored: StoredToken) -> TokenInfo {
        let read = Requested::read(self.0.schema, &stored);
        let actual = Actual::find(owner, &[read]).await.unwrap_or_default();
        TokenInfo::of(stored, self.0.schema, &actual, now())
    }

    async fn stored(&self, owner: Option<&Id>) -> Result<Vec<StoredToken>, Denied> {
        let tokens = self.0.store.list(owner).get().await;
        let mut tokens = tokens.map_err(|error| unavailable(&error))?;
        for token in &mut tokens {
            self.0.ledger.complete(token);
        }
        Ok(tokens)
    }

    fn show(&self, tokens: Vec<StoredToken>, actual: &Actual, now: i64) -> Vec<TokenInfo> {
        let show = |it| TokenInfo::of(it, self.0.schema, actual, now);
        tokens.into_iter().map(show).collect()
    }
}

fn signed_in(env: &Env) -> Result<&Id, Denied> {
    if env.is_signed_in() {
        Ok(env.uid())
    } else {
        Err(Denied::here(Reason::NoCredentials))
    }
}

/// The same, where something is to be changed.
pub(super) fn signed_in_to_change(env: &Env) -> Result<&Id, Denied> {
    let owner = signed_in(env)?;
    if env.is_read_only() {
        return Err(EnvError::ReadOnly.into());
    }
    Ok(owner)
}
