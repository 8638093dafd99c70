//! Why there is no env, or not the one asked for.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use crate::denied::Denied;
use crate::user::UserError;

/// Why there is no env, or not the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EnvError {
    /// Asked outside a request and outside [`env_ctx::scope`](crate::env_ctx::scope).
    OutsideRequest,
    /// The request passed no gate, or only `no_auth`.
    NoGate,
    /// The account is blocked.
    Blocked,
    /// The user's groups exclude each other.
    Contradiction(UserError),
    /// A company that is not one of the user's.
    ForeignCompany,
    /// Switching to another user needs a reason.
    NoReason,
    /// Nothing is changed with a [read-only](super::Env::read_only) env: 403.
    ReadOnly,
}

impl fmt::Display for EnvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutsideRequest => f.write_str(
                "no env: asked outside a request; wrap the application in `AccessControl`, or put \
                 the env in force with `env_ctx::scope`",
            ),
            Self::NoGate => f.write_str("no env: this request has passed no gate that has one"),
            Self::Blocked => f.write_str("the account is blocked"),
            Self::Contradiction(error) => error.fmt(f),
            Self::ForeignCompany => f.write_str("the company is not one of the user's"),
            Self::NoReason => f.write_str("switching to another user needs a reason"),
            Self::ReadOnly => f.write_str("nothing is changed with a read-only env"),
        }
    }
}

impl std::error::Error for EnvError {}

impl ResponseError for EnvError {
    fn status_code(&self) -> StatusCode {
        Denied::from(*self).status_code()
    }

    fn error_response(&self) -> HttpResponse {
        Denied::from(*self).error_response()
    }
}
