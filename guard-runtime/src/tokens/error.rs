//! Why a token is not created.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::problem::Problem;
use crate::denied::Denied;
use crate::scope::ParsePermissionError;

/// Why a token is not created.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TokenError {
    /// It would be more than its creator has (403, with what is too much in
    /// [`missing`](Denied::missing)), is for a project that does not exist for them (404), or cannot
    /// be decided about (503).
    Denied(Denied),
    /// It cannot be as it was asked for: all mistakes, as they stand in the request. 422.
    Mistakes(Vec<TokenMistake>),
    /// The owner has so many tokens already, which is the most. 409.
    TooMany(usize),
}

impl From<Denied> for TokenError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Denied(denied) => denied.fmt(f),
            Self::Mistakes(_) => f.write_str("The token cannot be as it was asked for"),
            Self::TooMany(most) => write!(f, "There are {most} tokens already: revoke one first"),
        }
    }
}

impl std::error::Error for TokenError {}

impl ResponseError for TokenError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Denied(denied) => denied.status_code(),
            Self::Mistakes(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::CONFLICT,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let name = match self {
            Self::Denied(denied) => return denied.error_response(),
            Self::Mistakes(_) => "invalid-token-request",
            Self::TooMany(_) => "too-many-tokens",
        };
        let mistakes = match self {
            Self::Mistakes(mistakes) => &mistakes[..],
            _ => &[],
        };
        let problem = Problem::of(name, self.to_string(), self.status_code());
        problem.with_errors(mistakes).response()
    }
}

/// One mistake in a request for a token.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenMistake {
    /// Where it stands, as a JSON pointer (RFC 6901): `#/permissions/0`.
    pub pointer: String,
    /// What is wrong there.
    pub kind: TokenMistakeKind,
}

/// What is wrong in a request for a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenMistakeKind {
    /// There has to be something.
    Blank,
    /// It is longer than so many characters, or has more than so many entries.
    TooLong(usize),
    /// It has control characters, or some that change the direction of what follows.
    Characters,
    /// The instant is not in the future.
    Past,
    /// The instant is later than tokens may live, which is this one.
    TooLate(i64),
    /// The credential that creates the token expires at this instant, and so before it.
    OutlivesCreator(i64),
    /// It is no permission.
    Permission(ParsePermissionError),
    /// The permission is checked per project, and stands among the global ones.
    NotGlobal,
    /// The permission is not one of this scope.
    OtherScope,
    /// There is no such scope of projects.
    UnknownScope,
    /// The project is named already.
    Repeated,
}

impl TokenMistakeKind {
    /// A stable name: `unknown-permission`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::TooLong(_) => "too-long",
            Self::Characters => "characters",
            Self::Past => "past",
            Self::TooLate(_) => "too-late",
            Self::OutlivesCreator(_) => "outlives-creator",
            Self::Permission(ParsePermissionError::Malformed) => "malformed-permission",
            Self::Permission(ParsePermissionError::Unknown) => "unknown-permission",
            Self::Permission(ParsePermissionError::NotOffered) => "verb-not-offered",
            Self::NotGlobal => "not-global",
            Self::OtherScope => "other-scope",
            Self::UnknownScope => "unknown-scope",
            Self::Repeated => "repeated",
        }
    }
}

impl fmt::Display for TokenMistakeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => f.write_str("there has to be something"),
            Self::TooLong(most) => write!(f, "at most {most}"),
            Self::Characters => f.write_str("control characters are not allowed"),
            Self::Past => f.write_str("the instant is not in the future"),
            Self::TooLate(latest) => write!(f, "the latest instant is {latest}"),
            Self::OutlivesCreator(latest) => {
                write!(f, "the token that creates it expires at {latest}")
            }
            Self::Permission(error) => error.fmt(f),
            Self::NotGlobal => f.write_str("the permission is checked per project"),
            Self::OtherScope => f.write_str("the permission is not one of this scope"),
            Self::UnknownScope => f.write_str("there is no such scope of projects"),
            Self::Repeated => f.write_str("the project is named twice"),
        }
    }
}

/// As RFC 9457 section 3.1.5 lists errors, with the stable name besides.
impl Serialize for TokenMistake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut mistake = serializer.serialize_struct("TokenMistake", 3)?;
        mistake.serialize_field("pointer", &self.pointer)?;
        mistake.serialize_field("kind", self.kind.name())?;
        mistake.serialize_field("detail", &self.kind.to_string())?;
        mistake.end()
    }
}
