//! Who is asking: from the credentials on a request to a caller.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use actix_web::dev::RequestHead;
use futures_core::future::LocalBoxFuture;

use super::{Caller, Control, Refusal};
use crate::authn::{AuthError, Found, Identity, Verified, find_credential, now};
use crate::env::{Env, EnvError, Slot};

/// Finds out who is asking and notes it in the slot: at once, or when the future is ready.
pub(crate) fn authenticate(
    slot: &Arc<Slot>,
    head: &RequestHead,
) -> Option<LocalBoxFuture<'static, ()>> {
    let Some(control) = slot.control() else {
        slot.set_caller(Caller::Refused(Refusal::Broken("no access control")));
        return None;
    };
    let found = match credential(control, head) {
        Ok(found) => found,
        Err(caller) => {
            slot.set_caller(caller);
            return None;
        }
    };
    let Some(index) = found.authenticator else {
        slot.set_caller(Caller::Refused(Refusal::Invalid(
            "no kind of credentials is of this form",
        )));
        return None;
    };
    let now = now();
    let cached = control.cached(index, found.secret, now);
    if let Some(env) = cached.as_ref().and_then(|it| it.env.get()) {
        note(slot, control.current(env, now));
        return None;
    }
    let credential = found.secret.to_owned();
    let (control, slot) = (Arc::clone(control), Arc::clone(slot));
    let mut future: LocalBoxFuture<'static, ()> = Box::pin(async move {
        let caller = match cached {
            Some(verified) => control.look_up(&slot, verified).await,
            None => control.verify(&slot, index, credential).await,
        };
        note(&slot, caller);
    });
    // Most answers need no waiting; then the handler's own payload stays where it is.
    match Pin::new(&mut future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(()) => None,
        Poll::Pending => Some(future),
    }
}

/// Notes who is asking, also with whoever wants to know what the credential is used for.
fn note(slot: &Slot, caller: Caller) {
    if let Caller::Known(env) = &caller
        && let Some(usage) = env.identity().and_then(|it| it.usage.as_ref())
    {
        usage.seen();
    }
    slot.set_caller(caller);
}

/// The one credential of the request, or what follows from there being none or a wrong one.
fn credential<'a>(control: &Control, head: &'a RequestHead) -> Result<Found<'a>, Caller> {
    let cookie = control.cookie.as_ref();
    let found = find_credential(
        head.headers(),
        &control.authenticators,
        cookie.map(|cookie| cookie.name.as_str()),
    );
    let found = match found {
        Ok(Some(found)) => found,
        Ok(None) => return Err(Caller::Anonymous),
        Err(malformed) => return Err(Caller::Refused(Refusal::Malformed(malformed.reason()))),
    };
    if let (true, Some(cookie)) = (found.from_cookie, cookie) {
        cookie
            .csrf
            .check_head(head, found.secret, &cookie.origins)
            .map_err(|why| Caller::Refused(Refusal::Forged(why)))?;
    }
    Ok(found)
}

impl Control {
    /// What is known of a credential that was verified before and still holds.
    fn cached(&self, index: usize, credential: &str, now: i64) -> Option<Arc<Verified>> {
        let authenticator = self.authenticators.get(index)?;
        if !authenticator.cacheable() {
            return None;
        }
        let verified = self.cache.as_ref()?.get(credential)?;
        let holds = verified.authenticator == index
            && verified.generation == authenticator.generation()
            && verified.identity.expires_at.is_some_and(|end| now < end);
        holds.then_some(verified)
    }

    /// The caller of a kept env, unless its token was revoked in the meantime.
    fn current(&self, env: &Env, now: i64) -> Caller {
        match env.identity() {
            Some(identity)
                if self.revocations.is_revoked(identity, now)
                    || self.revocations.is_signed_out(env.uid(), identity, now) =>
            {
                Caller::Refused(Refusal::Invalid("revoked"))
            }
            _ => Caller::Known(env.clone()),
        }
    }

    async fn verify(&self, slot: &Slot, index: usize, credential: String) -> Caller {
        let Some(authenticator) = self.authenticators.get(index) else {
            return Caller::Refused(Refusal::Broken("no such authenticator"));
        };
        // Read first: keys that change while this runs make what is kept below too old at once.
        let generation = authenticator.generation();
        let identity = match authenticator.authenticate(&credential).get().await {
            Ok(identity) => Arc::new(identity),
            Err(error) => return Caller::Refused(error.into()),
        };
        let verified = Arc::new(Verified::new(identity, index, generation));
        // What does not expire would never be read again.
        let keeps = authenticator.cacheable() && verified.identity.expires_at.is_some();
        if let (Some(cache), true) = (&self.cache, keeps) {
            cache.insert(credential, Arc::clone(&verified));
        }
        self.look_up(slot, verified).await
    }

    async fn look_up(&self, slot: &Slot, verified: Arc<Verified>) -> Caller {
        let identity = &verified.identity;
        if self.revocations.is_revoked(identity, now()) {
            return Caller::Refused(Refusal::Invalid("revoked"));
        }
        match self.env_of(slot, identity).await {
            Ok(env) => {
                if self.directory.depends_on_identity_alone() {
                    let _ = verified.env.set(env.clone());
                }
                Caller::Known(env)
            }
            Err(refusal) => Caller::Refused(refusal),
        }
    }

    async fn env_of(&self, slot: &Slot, identity: &Arc<Identity>) -> Result<Env, Refusal> {
        let user = self.directory.find(identity).get().await?;
        let user = user.ok_or(Refusal::Invalid("there is no such user"))?;
        slot.set_uid(user.id());
        if self.revocations.is_signed_out(user.id(), identity, now()) {
            return Err(Refusal::Invalid("revoked"));
        }
        Env::checked(Arc::new(user), true, Some(Arc::clone(identity))).map_err(
            |error| match error {
                EnvError::Blocked => Refusal::Blocked,
                _ => Refusal::Broken("the user's groups exclude each other"),
            },
        )
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
