//! Why something is not handed out.

use std::fmt;

use crate::denied::Denied;
use crate::env::EnvError;

/// Why something is not handed out, or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AssignmentRefusal {
    /// Nobody has signed in.
    NotSignedIn,
    /// Who views the site as somebody else changes nothing.
    ViewingAs,
    /// The env is [read-only](crate::Env::read_only).
    ReadOnly,
    /// Nobody hands out anything to themselves.
    Oneself,
    /// One may hand out only what one has: these are lacking.
    NotHeld(Vec<String>),
    /// The user has rights that the actor has not: these.
    MoreRights(Vec<String>),
    /// There is no such group or role.
    Unknown(String),
    /// The role does not count there: it is of projects, or of others.
    WrongKind(String),
    /// The groups would exclude each other.
    Contradiction,
    /// The account is blocked, so that nobody acts in its place.
    Blocked,
    /// The application lets nobody see the site as this user.
    NotViewed,
}

impl fmt::Display for AssignmentRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |names: &[String]| {
            let names = names.iter().map(|it| format!("`{}`", it.escape_debug()));
            names.collect::<Vec<_>>().join(", ")
        };
        match self {
            Self::NotSignedIn => f.write_str("sign in to hand out anything"),
            Self::ViewingAs => f.write_str("nothing is changed while viewing as somebody else"),
            Self::ReadOnly => EnvError::ReadOnly.fmt(f),
            Self::Oneself => f.write_str("nobody hands out anything to themselves"),
            Self::NotHeld(names) => {
                write!(
                    f,
                    "one may hand out only what one has; lacking: {}",
                    list(names)
                )
            }
            Self::MoreRights(names) => {
                write!(f, "the user has more rights than who asks: {}", list(names))
            }
            Self::Unknown(name) => write!(
                f,
                "there is no such group or role: {}",
                list(std::slice::from_ref(name))
            ),
            Self::WrongKind(name) => write!(
                f,
                "the role does not count there: {}",
                list(std::slice::from_ref(name))
            ),
            Self::Contradiction => f.write_str(
                "`core_internal` excludes `core_portal` and `core_public`, and all that imply them",
            ),
            Self::Blocked => f.write_str("the account is blocked"),
            Self::NotViewed => f.write_str("the site is not seen as this user"),
        }
    }
}

impl std::error::Error for AssignmentRefusal {}

/// 401 for who has not signed in, else 403 with what is lacking. What the user has more than who asks is
/// not named.
impl From<AssignmentRefusal> for Denied {
    fn from(refusal: AssignmentRefusal) -> Self {
        match refusal {
            AssignmentRefusal::NotSignedIn => Self::here(crate::denied::Reason::NoCredentials),
            AssignmentRefusal::ReadOnly => EnvError::ReadOnly.into(),
            AssignmentRefusal::NotHeld(names) => Self::forbidden().lacking(names.clone(), names),
            _ => Self::forbidden(),
        }
    }
}
