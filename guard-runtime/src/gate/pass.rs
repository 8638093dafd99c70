//! Gates of an administration site, which its own code brings requests to.

use actix_web::HttpRequest;

use super::Requirement;
use super::decide::{Entered, decide, enter};
use crate::access::{Caller, authenticate};
use crate::denied::Denied;
use crate::env::{Env, current_slot};

/// Brings a request to a gate and waits for its decision.
pub(crate) async fn pass(request: &HttpRequest, gate: &'static Requirement) -> Result<(), Denied> {
    match enter(request, gate) {
        Entered::Decided(decided) => decided,
        Entered::Waiting(waiting) => {
            waiting.await;
            decide(request, gate)
        }
    }
}

/// Finds out who has signed in, and lets nobody through by that.
pub(crate) async fn known(request: &HttpRequest) -> Option<Env> {
    let slot = current_slot()?;
    let authenticating = match slot.caller() {
        Some(_) => None,
        None => authenticate(&slot, request.head()),
    };
    if let Some(waiting) = authenticating {
        waiting.await;
    }
    match slot.caller()? {
        Caller::Known(env) if env.is_signed_in() => Some(env.clone()),
        _ => None,
    }
}
