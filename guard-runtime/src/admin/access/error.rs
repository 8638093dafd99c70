//! Why a question about access has no answer.

use std::error::Error;
use std::fmt;

use super::QueryError;
use crate::authn::AuthError;
use crate::denied::Denied;
use crate::tokens::StoreError;

/// Why a question about access has no answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum AskError {
    /// It is not understood: 400.
    Query(QueryError),
    /// There is no such user, token, route or record: 404.
    Unknown(&'static str),
    /// A source does not answer: 503. What is wrong with it stands in the log alone.
    Unavailable,
    /// The caller may not know: 403.
    Denied(Denied),
}

impl fmt::Display for AskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Query(error) => error.fmt(f),
            Self::Unknown(what) => write!(f, "there is no such {what}"),
            Self::Unavailable => f.write_str("who may do what cannot be found out right now"),
            Self::Denied(denied) => denied.fmt(f),
        }
    }
}

impl Error for AskError {}

impl From<QueryError> for AskError {
    fn from(error: QueryError) -> Self {
        Self::Query(error)
    }
}

impl From<StoreError> for AskError {
    fn from(error: StoreError) -> Self {
        tracing::error!(
            error = error.source().map(tracing::field::display),
            "a source of who may do what does not answer"
        );
        Self::Unavailable
    }
}

impl From<AuthError> for AskError {
    fn from(error: AuthError) -> Self {
        let (AuthError::Invalid(why) | AuthError::Unavailable(why)) = error;
        tracing::error!(why, "a source of who may do what does not answer");
        Self::Unavailable
    }
}

impl From<Denied> for AskError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

/// The answer of a page. [`AskError::Query`] is 404 here: a page that says what is wrong with the address
/// asks for it before.
impl From<AskError> for Denied {
    fn from(error: AskError) -> Self {
        match error {
            AskError::Query(_) | AskError::Unknown(_) => Self::not_found(),
            AskError::Unavailable => Self::unavailable("a source of who may do what"),
            AskError::Denied(denied) => denied,
        }
    }
}
