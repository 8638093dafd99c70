//! What is wrong with a role that somebody defines, or that was stored.

use std::fmt;

use crate::scope::ParsePermissionError;

/// One mistake of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RoleMistake {
    /// The name is none: one to 64 letters, digits, `_` and `-`, and a letter first.
    Name(String),
    /// A text is no permission.
    Permission(String, ParsePermissionError),
    /// Its permissions are of several kinds, named here: `global`, and the scopes of projects.
    Mixed(Vec<String>),
    /// A role of this name is declared in code and is of another kind.
    Kind {
        /// The kind that is declared.
        declared: String,
        /// The kind of the permissions.
        found: String,
    },
}

/// All mistakes of a role that somebody defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleError(pub(super) Vec<RoleMistake>);

impl RoleError {
    /// The mistakes: of the name first, then of the permissions as they stand in the role.
    #[must_use]
    pub fn mistakes(&self) -> &[RoleMistake] {
        &self.0
    }
}

impl fmt::Display for RoleMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => write!(
                f,
                "{:?} is no name of a role: use up to 64 letters, digits, `_` and `-`, and a letter first",
                start_of(name)
            ),
            Self::Permission(text, error) => write!(f, "{:?}: {error}", start_of(text)),
            Self::Mixed(kinds) => write!(
                f,
                "a role is either global or of one scope of projects; this one is of {}",
                kinds.join(", ")
            ),
            Self::Kind { declared, found } => write!(
                f,
                "the role is declared as one of {declared}, its permissions are of {found}"
            ),
        }
    }
}

/// One mistake after the other, separated by semicolons.
impl fmt::Display for RoleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mistakes = self.0.iter().map(ToString::to_string);
        f.write_str(&mistakes.collect::<Vec<_>>().join("; "))
    }
}

/// Enough to find it by: what is wrong may be of any length, and goes into logs.
fn start_of(text: &str) -> &str {
    text.char_indices()
        .nth(80)
        .and_then(|(end, _)| text.get(..end))
        .unwrap_or(text)
}

impl std::error::Error for RoleMistake {}

impl std::error::Error for RoleError {}
