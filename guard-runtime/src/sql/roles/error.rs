//! Why a role was not saved.

use std::fmt;

use crate::RoleError;
use crate::tokens::StoreError;

/// Why a role was not saved; nothing has changed.
#[derive(Debug)]
#[non_exhaustive]
pub enum SaveRoleError {
    /// The role is not in order: for whoever defines it.
    Role(RoleError),
    /// It could not be stored.
    Store(StoreError),
}

impl fmt::Display for SaveRoleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(error) => error.fmt(f),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SaveRoleError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Role(error) => error.source(),
            Self::Store(error) => error.source(),
        }
    }
}

impl From<RoleError> for SaveRoleError {
    fn from(error: RoleError) -> Self {
        Self::Role(error)
    }
}

impl From<StoreError> for SaveRoleError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
