//! The decision, compiled once for all gates.

use actix_web::HttpRequest;
use actix_web::http::{Method, header};
use futures_core::future::LocalBoxFuture;

use super::Requirement;
use crate::access::{Caller, Refusal, authenticate};
use crate::denied::{Denied, Reason};
use crate::env::{Env, Slot, current_slot};

/// Where a request stands that has come to a gate.
pub(crate) enum Entered {
    /// The gate has decided.
    Decided(Result<(), Denied>),
    /// Who is asking has to be found out; then [`decide`] decides.
    Authenticating(LocalBoxFuture<'static, ()>),
}

/// Brings a request to a gate.
pub(crate) fn enter(request: &HttpRequest, gate: &'static Requirement) -> Entered {
    let slot = current_slot();
    if let Some(slot) = &slot
        && slot.caller().is_none()
        && !gate.ignores_caller()
        && let Some(future) = authenticate(slot, request.head())
    {
        return Entered::Authenticating(future);
    }
    Entered::Decided(judge(request, gate, slot.as_deref()))
}

/// Decides about a request whose caller is known.
pub(crate) fn decide(request: &HttpRequest, gate: &Requirement) -> Result<(), Denied> {
    judge(request, gate, current_slot().as_deref())
}

/// Whether the user of a caller that is known already may pass, for routing guards.
pub(crate) fn may_pass(slot: &Slot, gate: &Requirement) -> bool {
    match slot.caller() {
        None => false,
        Some(caller) => verdict(slot, caller, gate).is_ok(),
    }
}

fn judge(request: &HttpRequest, gate: &Requirement, slot: Option<&Slot>) -> Result<(), Denied> {
    let Some(slot) = slot else {
        return Err(refuse(request, gate, None, Reason::NoMiddleware, None));
    };
    if gate.ignores_caller() {
        slot.pass_without_env(request.head());
        return Ok(());
    }
    let passed = match slot.caller() {
        Some(caller) => verdict(slot, caller, gate),
        None => Err((Reason::Broken("the caller was not authenticated"), None)),
    };
    match passed {
        Ok(env) => {
            slot.pass(request.head(), env);
            Ok(())
        }
        Err((reason, env)) => Err(refuse(request, gate, Some(slot), reason, env)),
    }
}

fn verdict<'a>(
    slot: &'a Slot,
    caller: &'a Caller,
    gate: &Requirement,
) -> Result<&'a Env, (Reason, Option<&'a Env>)> {
    let anonymous = |reason| match slot.control() {
        Some(control) if !gate.demands_user() => Ok(&control.guest),
        _ => Err((reason, None)),
    };
    let env = match caller {
        Caller::Known(env) => env,
        Caller::Anonymous => anonymous(Reason::NoCredentials)?,
        Caller::Refused(Refusal::Invalid(why)) => anonymous(Reason::InvalidToken(why))?,
        Caller::Refused(Refusal::Malformed(why)) => {
            return Err((Reason::InvalidRequest(why), None));
        }
        Caller::Refused(Refusal::Forged(why)) => return Err((Reason::Forged(why), None)),
        Caller::Refused(Refusal::Blocked) => return Err((Reason::Blocked, None)),
        Caller::Refused(Refusal::Unavailable(why)) => return Err((Reason::Unavailable(why), None)),
        Caller::Refused(Refusal::Broken(why)) => return Err((Reason::Broken(why), None)),
    };
    match gate.allows(env.user()) {
        Ok(true) => Ok(env),
        Ok(false) => Err((Reason::Forbidden, Some(env))),
        Err(_) => Err((
            Reason::Broken("the gate and the user name groups or roles of two declarations"),
            Some(env),
        )),
    }
}

/// Writes the answer and the log line of a refusal.
#[cold]
fn refuse(
    request: &HttpRequest,
    gate: &Requirement,
    slot: Option<&Slot>,
    reason: Reason,
    env: Option<&Env>,
) -> Denied {
    let mut denied = Denied::new(reason);
    if let Some(slot) = slot {
        slot.refuse(request.head());
        denied = denied.within(slot);
    }
    if let (Some(env), Reason::Forbidden) = (env, reason) {
        // Who has not signed in learns nothing of what there is.
        if env.is_signed_in() {
            denied = denied.lacking(gate.to_list(), gate.missing(env.user()));
        }
    }
    if is_preflight(request) && denied.is_unauthenticated() {
        denied = denied.because(Reason::Preflight);
    }
    let uid = env.map(Env::uid).or_else(|| slot?.uid());
    denied.log(gate, request, uid);
    denied
}

/// A CORS preflight carries no credentials, so one that is refused is not asked for any: it is 204
/// and has none of the headers that would let a browser go on.
pub(crate) fn is_preflight(request: &HttpRequest) -> bool {
    request.method() == Method::OPTIONS
        && request.headers().contains_key(header::ORIGIN)
        && request
            .headers()
            .contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}
