//! Why a query string is none of a list.

use std::fmt;

/// Why a query string is no [`ListRequest`](super::ListRequest).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    pub(super) parameter: String,
    pub(super) why: String,
}

impl ListError {
    pub(super) fn new(parameter: &str, why: impl Into<String>) -> Self {
        Self {
            parameter: parameter.to_owned(),
            why: why.into(),
        }
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.parameter, self.why)
    }
}

impl std::error::Error for ListError {}
