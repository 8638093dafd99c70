//! Tokens that are no longer accepted.

use super::access_tokens::unavailable;
use super::forgotten::Forgotten;
use super::format::TokenFormat;
use super::list::signed_in_to_change;
use super::{AccessTokens, StoreError, StoredToken, TokenStore};
use crate::Id;
use crate::authn::now;
use crate::denied::Denied;
use crate::env::Env;

impl AccessTokens {
    /// Revokes a token of the env's user. One that is revoked already stays so, and those that it
    /// created before stay as they are.
    ///
    /// # Errors
    ///
    /// 404 if it is not theirs, 401 for whoever has not signed in, 403 with a read-only env, 503 if the store does not answer.
    pub async fn revoke(&self, env: &Env, id: &str) -> Result<(), Denied> {
        let owner = signed_in_to_change(env)?;
        self.revoke_if(id, |it| it == owner).await?;
        tracing::info!(uid = %owner, token = id, "a personal access token was revoked");
        Ok(())
    }

    /// Revokes all tokens of the env's user; how many these were.
    ///
    /// # Errors
    ///
    /// 401 for whoever has not signed in, 403 with a read-only env, 503 if the store does not answer.
    pub async fn revoke_all(&self, env: &Env) -> Result<u64, Denied> {
        self.revoke_all_of(signed_in_to_change(env)?).await
    }

    /// Revokes a token, whoever's it is. Who may is for a gate to say.
    ///
    /// # Errors
    ///
    /// 404 if there is no such token, 503 if the store does not answer.
    pub async fn revoke_any(&self, id: &str) -> Result<(), Denied> {
        self.revoke_if(id, |_| true).await?;
        tracing::info!(
            token = id,
            "a personal access token was revoked by an administrator"
        );
        Ok(())
    }

    /// Revokes all tokens of an owner; how many these were. Who may is for a gate to say.
    ///
    /// # Errors
    ///
    /// 503 if the store does not answer.
    pub async fn revoke_all_of(&self, owner: &Id) -> Result<u64, Denied> {
        let _forgotten = Forgotten;
        let store = &self.0.store;
        let again = async {
            let count = store.revoke_all(owner, now()).get().await?;
            if count == 0 {
                return Ok(0);
            }
            // One of them may have created another that the store did not see yet. From here on,
            // none of them keeps what it creates.
            let more = store.revoke_all(owner, now()).get().await?;
            Ok(count.saturating_add(more))
        };
        let count = again.await.map_err(|error| unavailable(&error))?;
        tracing::info!(uid = %owner, count, "all personal access tokens of a user were revoked");
        Ok(count)
    }

    async fn revoke_if(&self, id: &str, may: impl FnOnce(&Id) -> bool) -> Result<(), Denied> {
        let store = &*self.0.store;
        let found = find(store, id).await;
        let found = found.map_err(|error| unavailable(&error))?;
        if !found.is_some_and(|it| may(&it.owner)) {
            return Err(Denied::not_found());
        }
        let revoked = end(store, id).await;
        revoked.map(|_| ()).map_err(|error| unavailable(&error))
    }
}

/// The token of this id, revoked or not.
pub(crate) async fn find(
    store: &dyn TokenStore,
    id: &str,
) -> Result<Option<StoredToken>, StoreError> {
    // Nothing is looked up that cannot be there.
    if !TokenFormat::is_id(id) {
        return Ok(None);
    }
    let found = store.find(id).get().await?;
    Ok(found.filter(|it| it.id == id))
}

/// Revokes a token, and makes this process ask again about all it has verified; whether it was not revoked
/// before.
pub(crate) async fn end(store: &dyn TokenStore, id: &str) -> Result<bool, StoreError> {
    let _forgotten = Forgotten;
    store.revoke(id, now()).get().await
}
