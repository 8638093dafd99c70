//! Where personal access tokens are kept.

use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::TokenState;
use crate::Id;
use crate::authn::Answer;

/// A personal access token as it is kept: everything but its secret.
///
/// Printed for debugging, it leaves the digest out.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredToken {
    /// The part of the token by which it is found.
    pub id: String,
    /// The SHA-256 digest of the secret, in lower-case hexadecimal.
    pub digest: String,
    /// Whose token it is.
    pub owner: Id,
    /// What the owner calls it.
    pub title: String,
    /// What it is for; may be empty.
    pub description: String,
    /// When it was made, in seconds since 1970-01-01 UTC.
    pub created_at: i64,
    /// From when on it is refused, in seconds since 1970-01-01 UTC.
    pub expires_at: i64,
    /// When it was last used, as far as that has been noted.
    pub last_used_at: Option<i64>,
    /// When it was revoked.
    pub revoked_at: Option<i64>,
    /// The global permissions that were asked for, in their string form.
    pub permissions: Vec<String>,
    /// The projects it is for, and the permissions that were asked for there.
    pub projects: Vec<TokenProject>,
    /// The permissions that it has been used for so far, in their string form.
    pub used: Vec<String>,
}

impl StoredToken {
    /// Whether it is accepted at this instant.
    pub(crate) fn state(&self, now: i64) -> TokenState {
        match self.revoked_at {
            Some(_) => TokenState::Revoked,
            None if self.expires_at <= now => TokenState::Expired,
            None => TokenState::Active,
        }
    }
}

impl fmt::Debug for StoredToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredToken")
            .field("id", &self.id)
            .field("owner", &self.owner)
            .field("title", &self.title)
            .field("description", &self.description)
            .field("created_at", &self.created_at)
            .field("expires_at", &self.expires_at)
            .field("last_used_at", &self.last_used_at)
            .field("revoked_at", &self.revoked_at)
            .field("permissions", &self.permissions)
            .field("projects", &self.projects)
            .field("used", &self.used)
            .finish_non_exhaustive()
    }
}

/// What a token is for in one project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TokenProject {
    /// The scope that declares the permissions: `project`.
    pub scope: String,
    /// Which project.
    pub project: Id,
    /// The permissions that were asked for there, in their string form.
    #[serde(default)]
    pub permissions: Vec<String>,
}

/// Keeps personal access tokens: memory, a database.
///
/// All instants are in seconds since 1970-01-01 UTC. An operation that fails has changed nothing.
pub trait TokenStore: Send + Sync + 'static {
    /// Keeps a new token.
    fn insert(&self, token: StoredToken) -> Answer<'_, Result<(), StoreError>>;

    /// The token of this id, revoked or not.
    fn find<'a>(&'a self, id: &'a str) -> Answer<'a, Result<Option<StoredToken>, StoreError>>;

    /// The tokens of one owner, or of all, oldest first; revoked ones too.
    fn list<'a>(
        &'a self,
        owner: Option<&'a Id>,
    ) -> Answer<'a, Result<Vec<StoredToken>, StoreError>>;

    /// Revokes one token; whether it was there and not revoked before.
    fn revoke<'a>(&'a self, id: &'a str, at: i64) -> Answer<'a, Result<bool, StoreError>>;

    /// Revokes all tokens of an owner that are not revoked yet; how many these were.
    fn revoke_all<'a>(&'a self, owner: &'a Id, at: i64) -> Answer<'a, Result<u64, StoreError>>;

    /// Deletes the tokens that expired or were revoked before this instant; how many these were. One
    /// that keeps them for good does nothing.
    fn forget(&self, ended_before: i64) -> Answer<'_, Result<u64, StoreError>> {
        let _ = ended_before;
        Answer::Now(Ok(0))
    }

    /// Notes that a token was used, and for which further permissions. An earlier instant than the
    /// one that is noted does not replace it; the permissions are added either way.
    ///
    /// It is called from a blocking thread of the runtime.
    fn note_use<'a>(
        &'a self,
        id: &'a str,
        at: i64,
        used: &'a [String],
    ) -> Answer<'a, Result<(), StoreError>>;
}

/// Tokens, roles or memberships could not be read or written.
#[derive(Debug)]
pub struct StoreError(Box<dyn Error + Send + Sync>);

impl StoreError {
    /// From whatever went wrong.
    pub fn new(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(error.into())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the store of access data failed")
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}
