//! What can be stored as text, so that every database takes and refuses the same.

use std::fmt;

use crate::tokens::StoreError;

/// A row of an index of `PostgreSQL` takes 2,704 bytes, and a key of ours has up to four texts.
const LONGEST: usize = 512;

/// A text that cannot be stored: the [`source`](std::error::Error::source) of the [`StoreError`] that
/// refuses it. The database has not been asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TextError {
    /// It has a NUL character, which `PostgreSQL` does not store.
    Nul,
    /// It is longer than 512 bytes, and it is an id or a name.
    Long,
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nul => "the text has a NUL character",
            Self::Long => "the id or name is longer than 512 bytes",
        })
    }
}

impl std::error::Error for TextError {}

/// Whether there can be a row with this id or name.
pub(super) fn is_key(text: &str) -> bool {
    check_key(text).is_ok()
}

/// Refuses an id or a name that cannot be stored.
pub(super) fn check_key(text: &str) -> Result<(), StoreError> {
    if text.len() > LONGEST {
        return Err(StoreError::new(TextError::Long));
    }
    check_text(text)
}

/// Refuses a text of people that cannot be stored.
pub(super) fn check_text(text: &str) -> Result<(), StoreError> {
    if text.contains('\0') {
        return Err(StoreError::new(TextError::Nul));
    }
    Ok(())
}
