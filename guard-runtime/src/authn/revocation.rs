//! Credentials that are no longer believed although they have not expired.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use super::Identity;
use super::clock;
use crate::Id;

/// How long a token may be believed after it expired: the longest leeway of clocks, in seconds.
const GRACE: i64 = 600;

/// Tokens and users that were revoked; a clone shares them.
///
/// They are kept in memory: an application that runs several times, or starts again, tells each
/// instance what was revoked.
///
/// ```
/// use guard_runtime::Id;
/// use guard_runtime::Revocations;
///
/// let revocations = Revocations::default();
/// revocations.revoke_token("token-1", 1_900_000_000);
/// revocations.revoke_user(&Id::from(7), 1_800_000_000);
/// ```
#[derive(Clone, Default)]
pub struct Revocations(Arc<Inner>);

#[derive(Default)]
struct Inner {
    // Most applications never revoke anything, and pay for one load.
    any: AtomicBool,
    longest: Option<i64>,
    revoked: RwLock<Revoked>,
}

#[derive(Default)]
struct Revoked {
    /// When a token expires, by its id.
    tokens: HashMap<String, i64>,
    /// When a user's tokens were revoked: those issued up to then.
    users: HashMap<Id, i64>,
    /// The size at which to look for entries to forget.
    full: usize,
}

impl Revocations {
    /// Nothing is revoked yet, and no token lives longer than this: the revocation of a user is
    /// forgotten afterwards. With `default()` it is kept for good.
    #[must_use]
    pub fn with_longest_lifetime(longest: Duration) -> Self {
        let longest = i64::try_from(longest.as_secs()).ok();
        Self(Arc::new(Inner {
            longest,
            ..Inner::default()
        }))
    }

    /// Revokes one token by its id (`jti`); forgotten once the token has expired.
    ///
    /// `expires_at` is in seconds since 1970-01-01 UTC.
    pub fn revoke_token(&self, token_id: impl Into<String>, expires_at: i64) {
        self.change(|revoked| {
            let expiry = revoked.tokens.entry(token_id.into()).or_insert(expires_at);
            *expiry = expires_at.max(*expiry);
        });
    }

    /// Revokes all tokens of a user that were issued at or before this instant, in seconds since
    /// 1970-01-01 UTC, and those that do not say when they were issued.
    pub fn revoke_user(&self, user: &Id, issued_before: i64) {
        self.change(|revoked| {
            let instant = revoked.users.entry(user.clone()).or_insert(issued_before);
            *instant = issued_before.max(*instant);
        });
    }

    /// Whether a verified credential was revoked.
    #[must_use]
    pub fn is_revoked(&self, identity: &Identity, now: i64) -> bool {
        if !self.0.any.load(Ordering::Acquire) {
            return false;
        }
        let revoked = self
            .0
            .revoked
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(token_id) = &identity.token_id
            && revoked
                .tokens
                .get(token_id)
                .is_some_and(|&it| token_counts(it, now))
        {
            return true;
        }
        let instant = identity
            .subject
            .as_ref()
            .and_then(|user| revoked.users.get(user));
        instant.is_some_and(|&instant| {
            self.0.user_counts(instant, now)
                && identity
                    .issued_at
                    .is_none_or(|issued_at| issued_at <= instant)
        })
    }

    fn change(&self, change: impl FnOnce(&mut Revoked)) {
        let mut revoked = self
            .0
            .revoked
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        change(&mut revoked);
        if revoked.tokens.len() + revoked.users.len() > revoked.full.max(1024) {
            self.0.forget(&mut revoked, clock::now());
        }
        self.0.any.store(true, Ordering::Release);
    }
}

impl Inner {
    fn user_counts(&self, instant: i64, now: i64) -> bool {
        self.longest
            .is_none_or(|it| instant.saturating_add(it).saturating_add(GRACE) > now)
    }

    fn forget(&self, revoked: &mut Revoked, now: i64) {
        revoked
            .tokens
            .retain(|_, expires_at| token_counts(*expires_at, now));
        revoked
            .users
            .retain(|_, instant| self.user_counts(*instant, now));
        // Looking again when twice as many are there keeps the cost of each constant.
        revoked.full = 2 * (revoked.tokens.len() + revoked.users.len());
    }
}

fn token_counts(expires_at: i64, now: i64) -> bool {
    expires_at.saturating_add(GRACE) > now
}

impl fmt::Debug for Revocations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Revocations")
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{GRACE, Revocations};
    use crate::Id;
    use crate::authn::Identity;
    use crate::authn::clock::now;

    fn identity(user: i64, token: Option<&str>, issued_at: Option<i64>) -> Identity {
        Identity {
            subject: Some(Id::from(user)),
            token_id: token.map(Into::into),
            issued_at,
            ..Identity::default()
        }
    }

    #[test]
    fn a_token_is_revoked_until_it_has_expired() {
        let revocations = Revocations::default();
        let (one, other) = (
            identity(7, Some("a"), Some(1)),
            identity(7, Some("b"), Some(1)),
        );
        assert!(!revocations.is_revoked(&one, 5));
        let shared = revocations.clone();
        shared.revoke_token("a", 100);
        shared.revoke_token("a", 50);
        assert!(revocations.is_revoked(&one, 5));
        assert!(
            revocations.is_revoked(&one, 100 + GRACE - 1),
            "within the leeway"
        );
        assert!(!revocations.is_revoked(&one, 100 + GRACE));
        assert!(!revocations.is_revoked(&other, 5));
        assert!(!revocations.is_revoked(&identity(7, None, Some(1)), 5));
    }

    #[test]
    fn a_users_tokens_are_revoked_up_to_the_instant() {
        let revocations = Revocations::default();
        revocations.revoke_user(&Id::from(7), 100);
        revocations.revoke_user(&Id::from(7), 90);
        for (issued_at, expected) in [
            (None, true),
            (Some(99), true),
            (Some(100), true),
            (Some(101), false),
        ] {
            assert_eq!(
                revocations.is_revoked(&identity(7, None, issued_at), i64::MAX),
                expected
            );
        }
        assert!(!revocations.is_revoked(&identity(8, None, Some(1)), 100));
        assert!(!revocations.is_revoked(&Identity::default(), 100));
    }

    #[test]
    fn memory_is_bounded_by_what_is_still_valid() {
        let revocations = Revocations::with_longest_lifetime(Duration::from_secs(60));
        revocations.revoke_token("alive", now() + 1000);
        for at in 0..10_000 {
            revocations.revoke_token(format!("t{at}"), 1);
            revocations.revoke_user(&Id::from(at), 1);
        }
        let revoked = revocations.0.revoked.read().unwrap();
        assert!(revoked.tokens.len() + revoked.users.len() <= 1026);
        drop(revoked);
        assert!(revocations.is_revoked(&identity(7, Some("alive"), None), now()));
    }

    #[test]
    fn a_user_is_forgotten_only_after_the_longest_lifetime() {
        let revocations = Revocations::with_longest_lifetime(Duration::from_secs(60));
        revocations.revoke_user(&Id::from(7), 100);
        let old = identity(7, None, Some(1));
        assert!(revocations.is_revoked(&old, 100 + 60 + GRACE - 1));
        assert!(!revocations.is_revoked(&old, 100 + 60 + GRACE));
    }
}
