//! Personal access tokens: what a user hands to a script in their place.
//!
//! A token has its own permissions, and may do what it was given **and** its owner may do: both are
//! asked at every request. [`AccessTokens`] creates, lists, revokes and verifies them; [`TokenApi`]
//! offers that to users as JSON, and `TokenPage` as pages (feature `pages`); a [`TokenStore`] keeps
//! them, without their secrets.

mod access_tokens;
mod actual;
pub(crate) mod api;
mod builder;
mod create;
mod error;
pub(crate) mod forgotten;
mod format;
mod info;
mod list;
mod memory;
#[cfg(feature = "pages")]
mod page;
mod problem;
mod requested;
pub(crate) mod revoke;
mod store;
mod usage;
mod verify;

pub use access_tokens::AccessTokens;
pub use api::TokenApi;
pub use builder::{AccessTokensBuilder, TokenConfigError};
pub use create::{CreatedToken, NewToken};
pub use error::{TokenError, TokenMistake, TokenMistakeKind};
pub use format::TokenSecret;
pub use info::{TokenInfo, TokenPermissions, TokenProjectInfo, TokenState};
pub use memory::MemoryTokenStore;
#[cfg(feature = "pages")]
pub use page::{ProjectChoice, ProjectChoices, TokenPage};
pub use store::{StoreError, StoredToken, TokenProject, TokenStore};
