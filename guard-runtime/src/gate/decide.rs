//! The decision, compiled once for all gates.

use actix_web::HttpRequest;
use actix_web::http::{Method, header};
use futures_core::future::LocalBoxFuture;

use super::projects::{NO_PROJECT, found, look_up_all, projects_of};
use super::{Asked, Requirement, Undecided};
use crate::access::{Caller, Refusal, authenticate};
use crate::denied::{Denied, Reason};
use crate::env::{Slot, current_slot};
use crate::scope::ProjectKey;

/// Where a request stands that has come to a gate.
pub(crate) enum Entered {
    /// The gate has decided.
    Decided(Result<(), Denied>),
    /// Who is asking, or in which project, has to be found out; then [`decide`] decides.
    Waiting(LocalBoxFuture<'static, ()>),
}

/// Brings a request to a gate.
pub(crate) fn enter(request: &HttpRequest, gate: &'static Requirement) -> Entered {
    let slot = current_slot();
    if let Some(slot) = &slot
        && !gate.ignores_caller()
    {
        let authenticating = match slot.caller() {
            Some(_) => None,
            None => authenticate(slot, request.head()),
        };
        let projects = projects_of(request, gate);
        let waiting = match (authenticating, projects.is_empty()) {
            (Some(future), true) => Some(future),
            (None, true) => None,
            (authenticating, false) => look_up_all(slot, authenticating, projects),
        };
        if let Some(future) = waiting {
            return Entered::Waiting(future);
        }
    }
    Entered::Decided(judge(request, gate, slot.as_deref()))
}

/// Decides about a request whose caller is known.
pub(crate) fn decide(request: &HttpRequest, gate: &'static Requirement) -> Result<(), Denied> {
    judge(request, gate, current_slot().as_deref())
}

/// Whether the user of a caller that is known already may pass, for routing guards.
pub(crate) fn may_pass(slot: &Slot, gate: &Requirement) -> bool {
    let Some(caller) = slot.caller() else {
        return false;
    };
    let refused = verdict(slot, caller, gate, &[]).err();
    if let Some(reason @ Reason::Broken(why)) = refused.as_ref().map(|it| it.reason) {
        let problem = reason.problem();
        tracing::error!(%gate, problem, reason = why, "a routing guard matches nobody");
    }
    refused.is_none()
}

fn judge(
    request: &HttpRequest,
    gate: &'static Requirement,
    slot: Option<&Slot>,
) -> Result<(), Denied> {
    let Some(slot) = slot else {
        let refused = Refused::because(Reason::NoMiddleware);
        return Err(refuse(request, gate, None, refused));
    };
    if gate.ignores_caller() {
        slot.pass_without_env(request.head());
        return Ok(());
    }
    let projects = projects_of(request, gate);
    let passed = match slot.caller() {
        Some(caller) => verdict(slot, caller, gate, &projects),
        None => Err(Refused::because(Reason::Broken(
            "the caller was not authenticated",
        ))),
    };
    match passed {
        Ok(asked) => {
            if gate.demands_permission() {
                slot.note_gate(gate);
                note_usage(&asked, gate);
            }
            slot.pass(request.head(), asked.env);
            Ok(())
        }
        Err(refused) => Err(refuse(request, gate, Some(slot), refused)),
    }
}

/// Why a request is refused, and to whom.
struct Refused<'a> {
    reason: Reason,
    asked: Option<Asked<'a>>,
}

impl Refused<'_> {
    fn because(reason: Reason) -> Self {
        Self {
            reason,
            asked: None,
        }
    }
}

fn verdict<'a>(
    slot: &'a Slot,
    caller: &'a Caller,
    gate: &Requirement,
    projects: &[ProjectKey],
) -> Result<Asked<'a>, Refused<'a>> {
    let refused = |reason| Err(Refused::because(reason));
    let anonymous = |reason| match slot.control() {
        Some(control) if !gate.demands_user() => Ok(&control.guest),
        _ => Err(Refused::because(reason)),
    };
    let env = match caller {
        // The guest's env, put in force.
        Caller::Known(env) if !env.is_signed_in() && gate.demands_user() => {
            return refused(Reason::NoCredentials);
        }
        Caller::Known(env) => env,
        Caller::Anonymous => anonymous(Reason::NoCredentials)?,
        Caller::Refused(Refusal::Invalid(why)) => anonymous(Reason::InvalidToken(why))?,
        Caller::Refused(Refusal::Malformed(why)) => return refused(Reason::InvalidRequest(why)),
        Caller::Refused(Refusal::Forged(why)) => return refused(Reason::Forged(why)),
        Caller::Refused(Refusal::Blocked) => return refused(Reason::Blocked),
        Caller::Refused(Refusal::Unavailable(why)) => return refused(Reason::Unavailable(why)),
        Caller::Refused(Refusal::Broken(why)) => return refused(Reason::Broken(why)),
    };
    let mut asked = Asked::of(env);
    asked.projects = found(slot, env, projects).map_err(Refused::because)?;
    let reason = match gate.allows(&asked) {
        Ok(true) => return Ok(asked),
        Ok(false) if asked.hidden().is_some() => Reason::NotFound,
        Ok(false) => Reason::Forbidden,
        Err(Undecided::Foreign) => Reason::Broken(
            "the gate and the user name groups, roles or permissions of two declarations",
        ),
        Err(Undecided::NoProject) => NO_PROJECT,
    };
    Err(Refused {
        reason,
        asked: Some(asked),
    })
}

/// Writes the answer and the log line of a refusal.
#[cold]
fn refuse(
    request: &HttpRequest,
    gate: &Requirement,
    slot: Option<&Slot>,
    refused: Refused<'_>,
) -> Denied {
    let Refused { reason, asked } = refused;
    let mut denied = Denied::new(reason);
    if let Some(slot) = slot {
        slot.refuse(request.head());
        denied = denied.within(slot);
    }
    if let (Some(asked), Reason::Forbidden) = (&asked, reason) {
        // Who has not signed in learns nothing of what there is.
        if asked.env.is_signed_in() {
            let passed = slot.map(Slot::gates).unwrap_or_default();
            let gates = passed.into_iter().chain([gate]);
            denied = denied
                .lacking(gate.to_list(), gate.lacking(asked))
                .demanding(gates.flat_map(Requirement::scope));
        }
    }
    if is_preflight(request) && denied.is_unauthenticated() {
        denied = denied.because(Reason::Preflight);
    }
    let uid = asked.map(|it| it.env.uid()).or_else(|| slot?.uid());
    denied.log(gate, request, uid);
    denied
}

/// What a credential was used for: the permissions that have let it through this gate.
fn note_usage(asked: &Asked<'_>, gate: &Requirement) {
    if let Some(usage) = asked.env.identity().and_then(|it| it.usage.as_ref()) {
        gate.for_each_used(asked, &mut |permission| usage.used(permission));
    }
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
