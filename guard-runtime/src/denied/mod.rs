//! The answers: which status, which challenge, which problem.

mod challenge;
mod lacking;
mod log;
mod problem;
mod reason;

use std::fmt;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

pub(crate) use challenge::{challenge, challenge_of};
use lacking::Lacking;
pub(crate) use problem::{DEFAULT_BASE, DEFAULT_REALM, answer, missing_credentials, named};
pub(crate) use reason::Reason;

use crate::access::Control;
use crate::env::{EnvError, RequestId, Slot, current_slot};

/// The answer to a request that may not have what it asks for.
///
/// Gates make it; handlers may return it too. Its body is `application/problem+json` (RFC 9457)
/// with a stable `type`; its challenge follows RFC 6750. An application may replace the body with
/// [`AccessControlBuilder::render`](crate::AccessControlBuilder::render).
///
/// ```
/// use actix_web::{ResponseError, http::StatusCode};
/// use guard_runtime::Denied;
///
/// assert_eq!(Denied::not_found().status_code(), StatusCode::NOT_FOUND);
/// assert_eq!(Denied::unavailable("database").problem(), "unavailable");
/// ```
#[derive(Clone)]
pub struct Denied {
    reason: Reason,
    control: Option<Arc<Control>>,
    request_id: Option<RequestId>,
    lacking: Option<Box<Lacking>>,
}

impl Denied {
    pub(crate) fn new(reason: Reason) -> Self {
        Self {
            reason,
            control: None,
            request_id: None,
            lacking: None,
        }
    }

    /// Of the request that runs now, if one does.
    pub(crate) fn here(reason: Reason) -> Self {
        let denied = Self::new(reason);
        match current_slot() {
            Some(slot) => denied.within(&slot),
            None => denied,
        }
    }

    /// 403: the user may not do this, whatever the gate said.
    #[must_use]
    pub fn forbidden() -> Self {
        Self::here(Reason::Forbidden)
    }

    /// 404: there is nothing here that the user may know of.
    #[must_use]
    pub fn not_found() -> Self {
        Self::here(Reason::NotFound)
    }

    /// 503: what has to be asked does not answer. The text goes to the log alone.
    #[must_use]
    pub fn unavailable(what: &'static str) -> Self {
        Self::here(Reason::Unavailable(what))
    }

    pub(crate) fn broken() -> Self {
        Self::new(Reason::Broken("a future was polled after it was ready"))
    }

    /// The last part of the problem's `type`: `missing-credentials`, `forbidden`, …
    #[must_use]
    pub fn problem(&self) -> &'static str {
        self.reason.problem()
    }

    /// Names the request in which it happens, and whose realm and problems these are.
    pub(crate) fn within(mut self, slot: &Slot) -> Self {
        self.request_id = Some(slot.request_id.clone());
        self.control = slot.control().cloned();
        self
    }

    pub(crate) fn because(mut self, reason: Reason) -> Self {
        self.reason = reason;
        self
    }

    pub(crate) fn is_unauthenticated(&self) -> bool {
        self.status_code() == StatusCode::UNAUTHORIZED
    }
}

impl fmt::Debug for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Denied")
            .field("reason", &self.reason)
            .field("required", &self.required())
            .field("missing", &self.missing())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason.title())
    }
}

impl std::error::Error for Denied {}

impl ResponseError for Denied {
    fn status_code(&self) -> StatusCode {
        self.reason.status()
    }

    fn error_response(&self) -> HttpResponse {
        problem::response(self)
    }
}

impl From<EnvError> for Denied {
    fn from(error: EnvError) -> Self {
        Self::here(match error {
            EnvError::Blocked => Reason::Blocked,
            EnvError::ForeignCompany => Reason::Forbidden,
            EnvError::ReadOnly => Reason::ReadOnly,
            EnvError::OutsideRequest => Reason::NoMiddleware,
            EnvError::NoGate => Reason::Broken("a handler without a gate asked for the env"),
            EnvError::Contradiction(_) => Reason::Broken("the user's groups exclude each other"),
            EnvError::NoReason => Reason::Broken("switching users needs a reason"),
        })
    }
}
