//! Tokens in memory.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{StoreError, StoredToken, TokenStore};
use crate::Id;
use crate::authn::Answer;

/// Keeps tokens in memory: for tests, and for applications that forget them when they end. A clone
/// shares them.
#[derive(Clone, Default)]
pub struct MemoryTokenStore(Arc<Mutex<BTreeMap<String, StoredToken>>>);

impl MemoryTokenStore {
    fn tokens(&self) -> MutexGuard<'_, BTreeMap<String, StoredToken>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TokenStore for MemoryTokenStore {
    fn insert(&self, token: StoredToken) -> Answer<'_, Result<(), StoreError>> {
        let mut tokens = self.tokens();
        if tokens.contains_key(&token.id) {
            return Answer::Now(Err(StoreError::new("there is a token of this id")));
        }
        tokens.insert(token.id.clone(), token);
        Answer::Now(Ok(()))
    }

    fn find<'a>(&'a self, id: &'a str) -> Answer<'a, Result<Option<StoredToken>, StoreError>> {
        Answer::Now(Ok(self.tokens().get(id).cloned()))
    }

    fn list<'a>(
        &'a self,
        owner: Option<&'a Id>,
    ) -> Answer<'a, Result<Vec<StoredToken>, StoreError>> {
        let tokens = self.tokens();
        let tokens = tokens
            .values()
            .filter(|it| owner.is_none_or(|owner| it.owner == *owner));
        let mut tokens = tokens.cloned().collect::<Vec<_>>();
        tokens.sort_by_key(|it| it.created_at);
        Answer::Now(Ok(tokens))
    }

    fn revoke<'a>(&'a self, id: &'a str, at: i64) -> Answer<'a, Result<bool, StoreError>> {
        let mut tokens = self.tokens();
        let token = tokens.get_mut(id).filter(|it| it.revoked_at.is_none());
        Answer::Now(Ok(token.map(|it| it.revoked_at = Some(at)).is_some()))
    }

    fn revoke_all<'a>(&'a self, owner: &'a Id, at: i64) -> Answer<'a, Result<u64, StoreError>> {
        let mut count = 0;
        let mut tokens = self.tokens();
        let tokens = tokens.values_mut().filter(|it| it.owner == *owner);
        for token in tokens.filter(|it| it.revoked_at.is_none()) {
            token.revoked_at = Some(at);
            count += 1;
        }
        Answer::Now(Ok(count))
    }

    fn forget(&self, ended_before: i64) -> Answer<'_, Result<u64, StoreError>> {
        let mut count = 0;
        self.tokens().retain(|_, it| {
            let end = it
                .revoked_at
                .map_or(it.expires_at, |at| at.min(it.expires_at));
            count += u64::from(end < ended_before);
            end >= ended_before
        });
        Answer::Now(Ok(count))
    }

    fn note_use<'a>(
        &'a self,
        id: &'a str,
        at: i64,
        used: &'a [String],
    ) -> Answer<'a, Result<(), StoreError>> {
        if let Some(token) = self.tokens().get_mut(id) {
            token.last_used_at = token.last_used_at.max(Some(at));
            token.used.extend_from_slice(used);
            token.used.sort();
            token.used.dedup();
        }
        Answer::Now(Ok(()))
    }
}

impl fmt::Debug for MemoryTokenStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryTokenStore")
    }
}
