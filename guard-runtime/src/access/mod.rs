//! The middleware that opens a request to its gates, and what it is configured with.

mod access_control;
mod answer;
mod authenticate;
mod body;
mod builder;
mod caller;
mod config_error;
mod control;
mod directory;
mod middleware;
mod origin;
mod payload;
mod strict;
mod verify;

pub use access_control::AccessControl;
pub(crate) use authenticate::authenticate;
pub(crate) use body::EnvBody;
pub use builder::AccessControlBuilder;
pub(crate) use caller::{Caller, Refusal};
pub use config_error::ConfigError;
pub(crate) use control::Control;
pub use directory::{ClaimsDirectory, Directory};
pub(crate) use strict::NoGate;
pub use strict::Strict;

#[cfg(test)]
mod tests;
