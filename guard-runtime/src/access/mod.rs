//! The middleware that opens a request to its gates, and what it is configured with.

mod answer;
mod authenticate;
mod body;
mod builder;
mod caller;
mod directory;
mod middleware;
mod payload;
mod strict;

pub(crate) use authenticate::authenticate;
use body::EnvBody;
pub(crate) use builder::Control;
pub use builder::{AccessControl, AccessControlBuilder, ConfigError};
pub(crate) use caller::{Caller, Refusal};
pub use directory::{ClaimsDirectory, Directory};
pub use strict::Strict;
