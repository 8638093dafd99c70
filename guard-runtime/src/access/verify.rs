//! From a credential to a caller: verified, or remembered.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::{Caller, Control, Refusal};
use crate::authn::{Answer, AuthError, Identity, Verified};
use crate::env::{Env, EnvError, Slot};
use crate::{Id, User};

const REVOKED: Caller = Caller::Refused(Refusal::Invalid("revoked"));

impl Control {
    /// What is known of a credential that was verified before and still holds.
    pub(super) fn cached(&self, index: usize, credential: &str, now: i64) -> Option<Arc<Verified>> {
        let authenticator = self.authenticators.get(index)?;
        if !authenticator.cacheable() {
            return None;
        }
        let verified = self.cache.as_ref()?.get(credential)?;
        let holds = verified.authenticator == index
            && verified.generation == authenticator.generation()
            && verified.holds(authenticator.believed_for(), now);
        holds.then_some(verified)
    }

    /// The caller of a kept env, unless its token was revoked in the meantime.
    pub(super) fn current(&self, env: &Env, now: i64) -> Caller {
        match env.identity() {
            Some(identity) if self.is_over(identity, env.uid(), now) => REVOKED,
            _ => Caller::Known(env.clone()),
        }
    }

    /// Whether a token of this user was revoked, or the user was signed out.
    fn is_over(&self, identity: &Identity, user: &Id, now: i64) -> bool {
        self.revocations.is_revoked(identity, now)
            || self.revocations.is_signed_out(user, identity, now)
    }

    pub(super) async fn verify(
        &self,
        slot: &Slot,
        index: usize,
        credential: String,
        now: i64,
    ) -> Caller {
        let Some(authenticator) = self.authenticators.get(index) else {
            return Caller::Refused(Refusal::Broken("no such authenticator"));
        };
        // Read first: keys that change while this runs make what is kept below too old at once.
        let generation = authenticator.generation();
        let identity = match authenticator.authenticate(&credential).get().await {
            Ok(identity) => Arc::new(identity),
            Err(error) => return Caller::Refused(error.into()),
        };
        let verified = Arc::new(Verified::new(identity, index, generation, now));
        // What does not expire would never be read again.
        let keeps = authenticator.cacheable() && verified.identity.expires_at.is_some();
        if let (Some(cache), true) = (&self.cache, keeps) {
            cache.insert(credential, Arc::clone(&verified));
        }
        self.find(slot, &verified, now).await
    }

    /// Asks for the user; `None` if that has to be waited for.
    pub(super) fn find_now(&self, slot: &Slot, verified: &Verified, now: i64) -> Option<Caller> {
        if self.revocations.is_revoked(&verified.identity, now) {
            return Some(REVOKED);
        }
        if self.waits.load(Ordering::Relaxed) {
            return None;
        }
        match self.directory.find(&verified.identity) {
            Answer::Now(user) => Some(self.caller(slot, verified, user, now)),
            Answer::Later(_) => {
                // It was not waited for, so nobody was asked yet. From now on that is done once.
                self.waits.store(true, Ordering::Relaxed);
                None
            }
        }
    }

    pub(super) async fn find(&self, slot: &Slot, verified: &Verified, now: i64) -> Caller {
        if self.revocations.is_revoked(&verified.identity, now) {
            return REVOKED;
        }
        let user = match self.directory.find(&verified.identity) {
            Answer::Now(user) => user,
            Answer::Later(user) => user.await,
        };
        self.caller(slot, verified, user, now)
    }

    fn caller(
        &self,
        slot: &Slot,
        verified: &Verified,
        user: Result<Option<User>, AuthError>,
        now: i64,
    ) -> Caller {
        let user = match user {
            Ok(Some(user)) => user,
            Ok(None) => return Caller::Refused(Refusal::Invalid("there is no such user")),
            Err(error) => return Caller::Refused(error.into()),
        };
        slot.set_uid(user.id());
        let identity = &verified.identity;
        // Also what was revoked while the directory was asked.
        if self.is_over(identity, user.id(), now) {
            return REVOKED;
        }
        if let Some(env) = verified.env.get().filter(|env| env.user().is_same(&user)) {
            return Caller::Known(env.clone());
        }
        match Env::checked(user, true, Some(Arc::clone(identity))) {
            Ok(env) => {
                let _ = verified.env.set(env.clone());
                Caller::Known(env)
            }
            Err(EnvError::Blocked) => Caller::Refused(Refusal::Blocked),
            Err(_) => Caller::Refused(Refusal::Broken("the user's groups exclude each other")),
        }
    }
}

impl From<AuthError> for Refusal {
    fn from(error: AuthError) -> Self {
        match error {
            AuthError::Invalid(why) => Self::Invalid(why),
            AuthError::Unavailable(what) => Self::Unavailable(what),
        }
    }
}
