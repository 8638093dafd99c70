//! Users that contradict themselves.

use std::fmt;

/// A user that the application has described in a way that contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UserError {
    /// In `core_internal` and in `core_portal` or `core_public`.
    InternalAndExternal,
    /// A guest that is more than a guest.
    GuestWithGroups,
}

impl fmt::Display for UserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InternalAndExternal => {
                "a user is in `core_internal` and also in `core_portal` or `core_public`, which exclude each other"
            }
            Self::GuestWithGroups => {
                "the guest stands for everybody who has not signed in: it is in `core_public` alone"
            }
        })
    }
}

impl std::error::Error for UserError {}
