//! The log line of a refusal.

use actix_web::{HttpRequest, ResponseError};

use super::Denied;
use crate::Id;
use crate::gate::Requirement;

impl Denied {
    /// One event for each refusal: the gate, the user and the request, never a credential.
    pub(crate) fn log(&self, gate: &Requirement, request: &HttpRequest, uid: Option<&Id>) {
        // The fields are made only if somebody listens.
        macro_rules! event {
            ($level:ident) => {
                tracing::$level!(
                    %gate,
                    uid = uid.map(ToString::to_string),
                    request_id = self.request_id.as_ref().map(ToString::to_string),
                    status = self.status_code().as_u16(),
                    problem = self.problem(),
                    reason = self.reason.log_text(),
                    method = request.method().as_str(),
                    route = request.match_pattern(),
                    "refused"
                )
            };
        }
        match self.status_code().as_u16() {
            500.. => event!(error),
            403 => event!(warn),
            _ => event!(info),
        }
    }
}
