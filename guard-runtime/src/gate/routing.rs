//! Gates as routing guards: a different handler per kind of user.

use actix_web::guard::{Guard, GuardContext};

use super::decide::may_pass;
use super::{Gate, Require};
use crate::access::authenticate;
use crate::env::current_slot;

/// Routes to a handler only what the gate lets through: `.guard(requires_internal())`.
///
/// It chooses between handlers and protects none: each keeps its own gate, which strict mode
/// demands. The router cannot wait, so where a database or another service has to be asked who is
/// asking, switch on
/// [`authenticate_before_routing`](crate::AccessControlBuilder::authenticate_before_routing);
/// without it the guard matches nobody and says so in the log. So does one that speaks of permissions
/// in projects: while the router looks for a handler, the path names none.
impl<R: Require> Guard for Gate<R> {
    fn check(&self, context: &GuardContext<'_>) -> bool {
        if R::REQUIREMENT.ignores_caller() {
            return true;
        }
        let Some(slot) = current_slot() else {
            tracing::error!(
                gate = %R::REQUIREMENT,
                "a routing guard without `AccessControl` around it matches nobody"
            );
            return false;
        };
        if slot.caller().is_some() {
            return may_pass(&slot, R::REQUIREMENT);
        }
        // Asked once in a request, however many guards there are.
        if slot.has_waited() {
            return false;
        }
        if authenticate(&slot, context.head()).is_some() {
            slot.note_wait();
            tracing::error!(
                gate = %R::REQUIREMENT,
                "a routing guard cannot wait for the directory: switch on \
                 `authenticate_before_routing`"
            );
            return false;
        }
        may_pass(&slot, R::REQUIREMENT)
    }
}
