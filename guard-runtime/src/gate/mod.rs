//! Gates: what they demand, how they decide, where they stand.

mod asked;
mod by_hand;
mod check;
mod decide;
mod guarded;
mod layer;
#[cfg(feature = "admin")]
mod pass;
mod permissions;
mod projects;
pub(crate) mod registry;
mod require;
mod requirement;
mod routing;
mod value;

pub(crate) use asked::{Asked, Undecided};
pub use by_hand::GatedHandler;
#[cfg(feature = "admin")]
pub(crate) use check::check;
pub(crate) use decide::is_preflight;
pub use guarded::Guarded;
#[cfg(feature = "admin")]
pub(crate) use pass::{known, pass};
pub(crate) use projects::NO_DIRECTORY;
pub use registry::{GateEntry, Place};
pub use require::{
    All, Any, AnyUser, HasPermission, HasRole, InGroup, Internal, NoAuth, Public, Require, SignedIn,
};
pub use requirement::Requirement;
pub use value::{
    Gate, Gates, all, allows_public, any, no_auth, requires_group, requires_internal,
    requires_role, requires_scope, requires_user, signed_in,
};
