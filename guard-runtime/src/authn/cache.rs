//! Tokens that were verified before.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

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
    /// When its verification began, in seconds since 1970-01-01 UTC.
    pub(crate) since: i64,
    /// The env of its first use. Whoever depends on more than the token is asked for their user
    /// again; as long as it is the same one, so is the env.
    pub(crate) env: OnceLock<Env>,
}

impl Verified {
    pub(crate) fn new(
        identity: Arc<Identity>,
        authenticator: usize,
        generation: u64,
        since: i64,
    ) -> Self {
        Self {
            identity,
            authenticator,
            generation,
            since,
            env: OnceLock::new(),
        }
    }

    /// Whether it may be believed without asking again, by an authenticator that believes for this
    /// long.
    pub(crate) fn holds(&self, believed_for: Option<Duration>, now: i64) -> bool {
        let is_young = |limit: Duration| {
            // A clock that was set back says nothing of the age.
            let age = u64::try_from(now.saturating_sub(self.since)).ok();
            age.is_some_and(|age| age < limit.as_secs())
        };
        self.identity.expires_at.is_some_and(|end| now < end) && believed_for.is_none_or(is_young)
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use super::Verified;
    use crate::authn::Identity;

    #[test]
    fn what_was_verified_is_believed_for_a_while() {
        let mut identity = Identity::of(7);
        identity.expires_at = Some(1_000);
        let verified = Verified::new(Arc::new(identity), 0, 0, 500);
        let minute = Some(Duration::from_secs(60));
        for (believed_for, now, holds) in [
            (None, 500, true),
            (None, 999, true),
            (None, 1_000, false),
            (minute, 500, true),
            (minute, 559, true),
            (minute, 560, false),
            // The clock was set back.
            (minute, 499, false),
            (Some(Duration::ZERO), 500, false),
            (Some(Duration::from_secs(3600)), 1_000, false),
        ] {
            assert_eq!(verified.holds(believed_for, now), holds, "{now}");
        }
        let endless = Verified::new(Arc::new(Identity::of(7)), 0, 0, 500);
        assert!(!endless.holds(None, 500));
    }
}
