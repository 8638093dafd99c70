//! New tokens.

mod check;
mod creating;
mod creator;
mod excess;
mod new_token;

use self::check::check;
pub(super) use self::creating::Creating;
use self::excess::excess_of;
pub use self::new_token::{CreatedToken, NewToken};
use super::access_tokens::unavailable;
use super::requested::Requested;
use super::{AccessTokens, StoredToken, TokenError, TokenProject, TokenState};
use crate::authn::now;
use crate::denied::{Denied, Reason};
use crate::env::{Env, EnvError};

impl AccessTokens {
    /// Creates a token for the user of this env, who has to act for themselves.
    ///
    /// It never gets more than the credential of the env has, in any project, and a limited
    /// credential creates none that outlives it. A JSON Web Token stands for a session here, whatever
    /// its scope claims: what it creates may live longer.
    ///
    /// # Errors
    ///
    /// [`TokenError::Mistakes`] with all that is wrong in the request. [`TokenError::Denied`]: 401 and
    /// 403 for whoever has not signed in, is a guest or acts in another's place; 404 for a project
    /// that does not exist for them; 403 naming the permissions that are too much; 503 if the store
    /// does not answer. [`TokenError::TooMany`] if the owner has too many already.
    pub async fn create(&self, env: &Env, new: NewToken) -> Result<CreatedToken, TokenError> {
        acts_for_itself(env)?;
        let now = now();
        let requested = check(&self.0, env, &new, now).map_err(TokenError::Mistakes)?;
        let excess = excess_of(env, &requested).await?;
        if !excess.is_empty() {
            tracing::warn!(uid = %env.uid(), %excess, "a token with more than its creator has was asked for");
            let missing = excess.to_strings();
            let denied = Denied::forbidden().lacking(required(&requested), missing);
            return Err(denied.demanding(excess.iter()).into());
        }
        // Before the store is asked: whoever is done then is in its answer.
        let place = self.0.creating.begin(env.uid());
        let stored = self.0.store.list(Some(env.uid())).get().await;
        let stored = stored.map_err(|error| unavailable(&error))?;
        let active = stored
            .iter()
            .filter(|it| it.state(now) == TokenState::Active);
        if active.count() + place.count > self.0.most {
            return Err(TokenError::TooMany(self.0.most));
        }
        self.keep(env, new, &requested, now).await
    }

    async fn keep(
        &self,
        env: &Env,
        new: NewToken,
        requested: &Requested,
        now: i64,
    ) -> Result<CreatedToken, TokenError> {
        let minted = self.0.format.mint().map_err(|error| {
            tracing::error!(%error, "the system gives no randomness");
            Denied::unavailable("the system gives no randomness")
        })?;
        let stored = StoredToken {
            id: minted.id,
            digest: minted.digest,
            owner: env.uid().clone(),
            title: new.title.trim().to_owned(),
            description: new.description.trim().to_owned(),
            created_at: now,
            expires_at: new.expires_at,
            last_used_at: None,
            revoked_at: None,
            permissions: requested.global.to_strings(),
            projects: projects(requested),
            used: Vec::new(),
        };
        let insert = self.0.store.insert(stored.clone()).get().await;
        insert.map_err(|error| unavailable(&error))?;
        self.keep_if_creator_counts(env, &stored.id).await?;
        tracing::info!(uid = %env.uid(), token = stored.id, "a personal access token was created");
        Ok(CreatedToken {
            secret: minted.token,
            token: self.info_of(env.uid(), stored).await,
        })
    }

    /// Revokes a token that was created just now if the one that created it was revoked meanwhile:
    /// whoever revoked all of them did not see this one.
    async fn keep_if_creator_counts(&self, env: &Env, id: &str) -> Result<(), Denied> {
        let store = &*self.0.store;
        let creator = creator::is_revoked(env, store).await;
        if matches!(creator, Ok(false)) {
            return Ok(());
        }
        store
            .revoke(id, now())
            .get()
            .await
            .map_err(|error| unavailable(&error))?;
        Err(match creator {
            Err(error) => unavailable(&error),
            Ok(_) => Denied::here(Reason::InvalidToken("revoked")),
        })
    }
}

/// A token is made by its owner, not by whoever has taken their place.
fn acts_for_itself(env: &Env) -> Result<(), Denied> {
    if !env.is_signed_in() {
        return Err(Denied::here(Reason::NoCredentials));
    }
    if env.is_read_only() {
        return Err(EnvError::ReadOnly.into());
    }
    // The same user and not only the same id: another one might have been put together from it.
    let is_itself = std::ptr::eq(env.actor(), env.user());
    if is_itself && !env.user().is_guest() {
        return Ok(());
    }
    Err(Denied::forbidden())
}

fn required(requested: &Requested) -> Vec<String> {
    let projects = requested.projects.iter().map(|it| &it.permissions);
    let all = projects.fold(requested.global.clone(), |all, more| all.union(more));
    all.to_strings()
}

fn projects(requested: &Requested) -> Vec<TokenProject> {
    let projects = requested.projects.iter();
    let stored = projects.map(|it| TokenProject {
        scope: it.scope.name.to_owned(),
        project: it.project.clone(),
        permissions: it.permissions.to_strings(),
    });
    stored.collect()
}
