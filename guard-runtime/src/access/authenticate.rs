//! Who is asking: from the credentials on a request to a caller.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use actix_web::dev::RequestHead;
use futures_core::future::LocalBoxFuture;

use super::{Caller, Control, Refusal};
use crate::authn::{Found, find_credential, now};
use crate::env::Slot;

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
    if control.directory.depends_on_identity_alone()
        && let Some(env) = cached.as_ref().and_then(|it| it.env.get())
    {
        note(slot, control.current(env, now), now);
        return None;
    }
    if let Some(caller) = cached
        .as_ref()
        .and_then(|it| control.find_now(slot, it, now))
    {
        note(slot, caller, now);
        return None;
    }
    let credential = found.secret.to_owned();
    let (control, slot) = (Arc::clone(control), Arc::clone(slot));
    let mut future: LocalBoxFuture<'static, ()> = Box::pin(async move {
        let caller = match cached {
            Some(verified) => control.find(&slot, &verified, now).await,
            None => control.verify(&slot, index, credential, now).await,
        };
        note(&slot, caller, now);
    });
    // Most answers need no waiting; then the handler's own payload stays where it is.
    match Pin::new(&mut future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(()) => None,
        Poll::Pending => Some(future),
    }
}

/// Notes who is asking, also with whoever wants to know what the credential is used for.
fn note(slot: &Slot, caller: Caller, now: i64) {
    if let Caller::Known(env) = &caller
        && let Some(usage) = env.identity().and_then(|it| it.usage.as_ref())
    {
        usage.seen(now);
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
