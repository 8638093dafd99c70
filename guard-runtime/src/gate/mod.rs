//! Gates: what they demand, how they decide, where they stand.

mod by_hand;
mod decide;
mod guarded;
mod layer;
pub(crate) mod registry;
mod require;
mod requirement;
mod routing;
mod value;

pub use by_hand::GatedHandler;
pub(crate) use decide::is_preflight;
pub use guarded::Guarded;
pub use registry::{GateEntry, Place};
pub use require::{All, Any, AnyUser, HasRole, InGroup, Internal, NoAuth, Public, Require};
pub use requirement::Requirement;
pub use value::{
    Gate, Gates, all, allows_public, any, no_auth, requires_group, requires_internal,
    requires_role, requires_user,
};
