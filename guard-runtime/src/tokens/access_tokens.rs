//! What creates, lists, revokes and verifies personal access tokens.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::builder::AccessTokensBuilder;
use super::create::Creating;
use super::format::TokenFormat;
use super::store::{StoreError, TokenStore};
use super::usage::Ledger;
use crate::denied::Denied;
use crate::scope::Scopes;

/// The personal access tokens of an application: creates, lists, revokes and verifies them.
///
/// It is an [`Authenticator`](crate::Authenticator); a clone is the same one. Register it **before**
/// [`Jwt`](crate::Jwt), which takes every bearer token for one of its own.
///
/// Its users come from the [`Directory`](crate::Directory) by their id, as their groups and roles
/// do: [`ClaimsDirectory`](crate::ClaimsDirectory) finds nothing in a token of this kind, and lets
/// it do nothing.
///
/// ```
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// Administration.
/// #         admin { /// The configuration.
/// #             configuration: GET | UPDATE } }
/// # }
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use guard_runtime::tokens::{AccessTokens, MemoryTokenStore};
/// use guard_runtime::{AccessControl, Answer, AuthError, Directory, Identity, User};
///
/// struct Staff;
///
/// impl Directory for Staff {
///     fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
///         Answer::Now(Ok(identity.subject.clone().map(User::new)))
///     }
/// }
///
/// let store = MemoryTokenStore::default();
/// let tokens = AccessTokens::builder(store, &scopes::SCHEMA)
///     .prefix("acme")
///     .build()?;
/// let access = AccessControl::builder(Staff)
///     .authenticator(tokens.clone())
///     // .authenticator(jwt)
///     .build()?;
/// # let _ = access;
/// # Ok(())
/// # }
/// ```
///
/// # Revocation
///
/// What is revoked here counts at the next request of this process. Another process of the
/// application believes a token it has verified for the rest of the minute at most.
///
/// A token is its owner's by their id, and for a project by its id. Where an id may be given out again,
/// [revoke](Self::revoke_all_of) the tokens of an account when it is deleted.
#[derive(Clone)]
pub struct AccessTokens(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) store: Arc<dyn TokenStore>,
    pub(super) schema: &'static Scopes,
    pub(super) format: TokenFormat,
    /// In seconds.
    pub(super) longest: i64,
    pub(super) most: usize,
    pub(super) creating: Creating,
    pub(super) ledger: Arc<Ledger>,
}

impl AccessTokens {
    /// Starts a configuration: where tokens are kept, and the permissions they may have.
    pub fn builder(store: impl TokenStore, schema: &'static Scopes) -> AccessTokensBuilder {
        AccessTokensBuilder::new(Arc::new(store), schema)
    }

    /// The permissions that tokens may have.
    #[must_use]
    pub fn schema(&self) -> &'static Scopes {
        self.0.schema
    }

    /// How long a token may live at most.
    #[must_use]
    pub fn max_lifetime(&self) -> Duration {
        Duration::from_secs(u64::try_from(self.0.longest).unwrap_or_default())
    }

    /// Writes what tokens were used for to the store now, as is otherwise done once a minute: before
    /// the application ends.
    pub async fn write_usage(&self) {
        self.0.ledger.write().await;
    }
}

impl fmt::Debug for AccessTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessTokens")
            .field("format", &self.0.format)
            .finish_non_exhaustive()
    }
}

/// 503, with a line in the log. The store has never seen a secret, so its errors hold none.
pub(super) fn unavailable(error: &StoreError) -> Denied {
    log(error);
    Denied::unavailable("the store of personal access tokens does not answer")
}

pub(super) fn log(error: &StoreError) {
    let cause = std::error::Error::source(error);
    tracing::error!(
        %error,
        cause = cause.map(ToString::to_string),
        "personal access tokens cannot be read or written"
    );
}
