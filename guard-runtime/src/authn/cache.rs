//! Tokens that were verified before.

use std::sync::{Arc, OnceLock};

use quick_cache::sync::Cache;

use super::Identity;
use crate::env::Env;

/// What a verified token proves, for as long as its expiry, its revocation and its keys allow:
/// these are checked at every use.
pub(crate) struct Verified {
    pub(crate) identity: Arc<Identity>,
    pub(crate) authenticator: usize,
    /// Of the keys that verified it.
    pub(crate) generation: u64,
    /// The env, where it depends on the token alone.
    pub(crate) env: OnceLock<Env>,
}

impl Verified {
    pub(crate) fn new(identity: Arc<Identity>, authenticator: usize, generation: u64) -> Self {
        Self {
            identity,
            authenticator,
            generation,
            env: OnceLock::new(),
        }
    }
}

/// A bounded cache, by all bytes of a token. Only tokens that were verified get into it.
pub(crate) struct TokenCache(Cache<String, Arc<Verified>>);

impl TokenCache {
    pub(crate) fn new(capacity: usize) -> Self {
        Self(Cache::new(capacity))
    }

    pub(crate) fn get(&self, token: &str) -> Option<Arc<Verified>> {
        self.0.get(token)
    }

    pub(crate) fn insert(&self, token: String, verified: Arc<Verified>) {
        self.0.insert(token, verified);
    }
}
