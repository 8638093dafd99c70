//! Credentials that are no longer believed although they have not expired.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use super::Identity;
use super::clock::now;
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

    /// Signs a user out everywhere: revokes all tokens issued until now.
    pub fn sign_out(&self, user: &Id) {
        self.revoke_user(user, now());
    }

    /// Whether a verified credential was revoked, by its id or by whom it is about.
    #[must_use]
    pub fn is_revoked(&self, identity: &Identity, now: i64) -> bool {
        self.look(|revoked| {
            let by_id = identity.token_id.as_ref().is_some_and(|token_id| {
                let expiry = revoked.tokens.get(token_id);
                expiry.is_some_and(|&it| token_counts(it, now))
            });
            let subject = identity.subject.as_ref();
            by_id || subject.is_some_and(|user| self.signed_out(revoked, user, identity, now))
        })
    }

    /// Whether the credential is of a user who was signed out. A directory may know the subject of
    /// a token by another id, and it is that one which applications hold.
    pub(crate) fn is_signed_out(&self, user: &Id, identity: &Identity, now: i64) -> bool {
        self.look(|revoked| self.signed_out(revoked, user, identity, now))
    }

    fn look(&self, find: impl FnOnce(&Revoked) -> bool) -> bool {
        // Nothing was ever revoked: the usual case.
        if !self.0.any.load(Ordering::Acquire) {
            return false;
        }
        find(
            &self
                .0
                .revoked
                .read()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    fn signed_out(&self, revoked: &Revoked, user: &Id, identity: &Identity, now: i64) -> bool {
        revoked.users.get(user).is_some_and(|&instant| {
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
            self.0.forget(&mut revoked, now());
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
mod tests;
