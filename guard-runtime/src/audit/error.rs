//! Why there is no audit.

use std::path::Path;
use std::{fmt, io};

/// Source that could not be audited, and why.
#[derive(Debug)]
#[non_exhaustive]
pub enum AuditError {
    /// A file or folder cannot be read.
    Unreadable {
        /// Which one.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// A file is not Rust.
    NotRust {
        /// Which one.
        path: String,
        /// The line of the mistake, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// There is no source below a folder.
    Nothing {
        /// Which one.
        path: String,
    },
}

impl AuditError {
    pub(super) fn unreadable(path: &Path, error: io::Error) -> Self {
        Self::Unreadable {
            path: path.display().to_string(),
            error,
        }
    }
}

impl fmt::Display for AuditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, error } => write!(f, "`{path}` cannot be read: {error}"),
            Self::NotRust {
                path,
                line,
                column,
                message,
            } => write!(f, "{path}:{line}:{column}: this is not Rust: {message}"),
            Self::Nothing { path } => write!(f, "there is no Rust source below `{path}`"),
        }
    }
}

impl std::error::Error for AuditError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { error, .. } => Some(error),
            _ => None,
        }
    }
}
