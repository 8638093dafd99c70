//! What actions and forms answer.

use std::fmt;

use maud::Markup;

use crate::denied::Denied;
use crate::env::EnvError;
use crate::records::AccessError;

/// What has become of a form or an action.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[must_use = "it is what the user is told"]
pub struct Done {
    pub(super) message: String,
}

impl Done {
    /// With a sentence for the user.
    pub fn said(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }

    /// The sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// What a plain page shows: markup, which escapes texts unless it is told otherwise.
#[derive(Clone, Debug)]
pub struct Content(pub(super) Markup);

impl From<Markup> for Content {
    fn from(markup: Markup) -> Self {
        Self(markup)
    }
}

/// Why a form or an action came to nothing.
#[derive(Debug)]
#[non_exhaustive]
pub enum RunError {
    /// A field is to be entered otherwise: its name and what is wrong, for the user. Without a name it is
    /// about the whole form.
    Invalid(Option<&'static str>, String),
    /// It is refused.
    Denied(Denied),
    /// Its records are not there, may not be changed so, or the database failed.
    Access(AccessError),
    /// It failed; the text goes to the log alone.
    Failed(String),
}

impl RunError {
    /// A field is to be entered otherwise.
    pub fn invalid(field: &'static str, why: impl Into<String>) -> Self {
        Self::Invalid(Some(field), why.into())
    }

    /// What was entered cannot be so, whichever field it is.
    pub fn refused(why: impl Into<String>) -> Self {
        Self::Invalid(None, why.into())
    }

    /// It failed. What it says goes to the log alone.
    pub fn failed(error: impl fmt::Display) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<Denied> for RunError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<AccessError> for RunError {
    fn from(error: AccessError) -> Self {
        Self::Access(error)
    }
}

impl From<EnvError> for RunError {
    fn from(error: EnvError) -> Self {
        Self::Denied(error.into())
    }
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(Some(field), why) => write!(f, "`{field}`: {why}"),
            Self::Invalid(None, why) => f.write_str(why),
            Self::Denied(denied) => denied.fmt(f),
            Self::Access(error) => error.fmt(f),
            Self::Failed(_) => f.write_str("it failed"),
        }
    }
}

impl std::error::Error for RunError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Denied(denied) => Some(denied),
            Self::Access(error) => Some(error),
            Self::Invalid(..) | Self::Failed(_) => None,
        }
    }
}
