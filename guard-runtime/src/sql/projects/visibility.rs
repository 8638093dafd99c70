//! Who may know of a project, as text.

use std::fmt;

use crate::scope::Visibility;
use crate::tokens::StoreError;

/// Something else stands there. It could mean anything, so nobody may see the project.
#[derive(Debug)]
struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the visibility of a project is neither `internal` nor `private`")
    }
}

impl std::error::Error for Unreadable {}

pub(super) fn to_text(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Internal => "internal",
        Visibility::Private => "private",
    }
}

pub(super) fn from_text(text: &str) -> Result<Visibility, StoreError> {
    [Visibility::Internal, Visibility::Private]
        .into_iter()
        .find(|visibility| to_text(*visibility) == text)
        .ok_or_else(|| StoreError::new(Unreadable))
}
