//! The credential that creates a token.

use crate::env::Env;
use crate::tokens::format::TokenFormat;
use crate::tokens::{StoreError, TokenStore};

/// When it expires, if it is no session but limited itself: a token of this kind, or another that is
/// handed out.
pub(super) fn end(env: &Env) -> Option<i64> {
    let is_session = env.identity()?.claims.is_some();
    let is_limited = env.limit().is_some();
    env.identity()?
        .expires_at
        .filter(|_| is_limited && !is_session)
}

/// Whether it is a token of this kind that is revoked by now.
pub(super) async fn is_revoked(env: &Env, store: &dyn TokenStore) -> Result<bool, StoreError> {
    let id = env.identity().and_then(|it| it.token_id.as_deref());
    let Some(id) = id.filter(|id| TokenFormat::is_id(id)) else {
        return Ok(false);
    };
    let found = store.find(id).get().await?;
    let found = found.filter(|it| it.id == id && it.owner == *env.uid());
    // When it expires, what it has created does too.
    Ok(found.is_some_and(|it| it.revoked_at.is_some()))
}
