//! What gates demand, in the `OpenAPI` document of utoipa.

mod alternatives;
mod answers;
mod builder;
mod compare;
mod cover;
mod demand;
mod error;
mod find;
pub(crate) mod handlers;
mod ids;
mod operations;
mod places;
mod schemas;
mod security;
mod sentence;
mod write;

pub(crate) use answers::Refusal;
use builder::ByHand;
pub use builder::OpenApiGates;
pub(crate) use compare::demanding;
pub use error::{DocsError, DocsMistake};
#[cfg(feature = "admin")]
pub(crate) use sentence::is_of_ours;
