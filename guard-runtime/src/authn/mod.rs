//! Who is asking: credentials on a request, and what they prove.

mod algorithm;
mod cache;
mod clock;
mod config_error;
mod credentials;
mod crypto;
mod csrf;
mod issue;
mod jwt;
mod key;
mod key_source;
mod revocation;
mod strict;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::HeaderName;
use futures_core::future::LocalBoxFuture;

pub use self::algorithm::Algorithm;
pub(crate) use self::cache::{TokenCache, Verified};
pub(crate) use self::clock::now;
pub use self::config_error::ConfigError;
#[cfg(feature = "admin")]
pub(crate) use self::credentials::cookie;
pub(crate) use self::credentials::{Found, find as find_credential};
pub(crate) use self::crypto::self_test;
pub use self::csrf::Csrf;
#[cfg(feature = "admin")]
pub(crate) use self::csrf::check_site;
pub use self::issue::{IssueError, IssuedToken, TokenIssuer};
pub use self::jwt::{Jwt, JwtBuilder};
pub use self::key::{Key, KeyError, KeySet};
pub use self::key_source::{KeySource, Keys};
pub use self::revocation::Revocations;
use crate::Id;
use crate::scope::{Permission, ScopeLimit};

/// A value that is there at once, or one that has to be waited for.
///
/// The traits of an application ([`Authenticator`], [`Directory`](crate::Directory)) answer with
/// it: what needs no waiting costs no allocation.
pub enum Answer<'a, T> {
    /// It is here.
    Now(T),
    /// A database or another service has to be asked.
    Later(LocalBoxFuture<'a, T>),
}

impl<'a, T> Answer<'a, T> {
    /// An answer that has to be waited for.
    pub fn later(future: impl Future<Output = T> + 'a) -> Self {
        Self::Later(Box::pin(future))
    }

    /// The value, waited for if need be.
    pub async fn get(self) -> T {
        match self {
            Self::Now(value) => value,
            Self::Later(future) => future.await,
        }
    }
}

impl<T> fmt::Debug for Answer<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Now(_) => "Now",
            Self::Later(_) => "Later",
        })
    }
}

/// What verified credentials say of their bearer.
///
/// It comes from a token, so it is as old as the token: what may change in between (groups, a
/// blocked account) belongs into a [`Directory`](crate::Directory), which is asked at every
/// request.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Identity {
    /// Whom the credentials are about (`sub`).
    pub subject: Option<Id>,
    /// The display name (`name`), if the credentials carry one.
    pub name: Option<String>,
    /// Names of groups (`groups`), which [`ClaimsDirectory`](crate::ClaimsDirectory) reads.
    pub groups: Vec<String>,
    /// Names of roles (`roles`), which [`ClaimsDirectory`](crate::ClaimsDirectory) reads.
    pub roles: Vec<String>,
    /// Scopes as strings, from `scope`, `scopes` or `scp`; sorted, without repeats.
    pub scopes: Vec<String>,
    /// The token's own id (`jti`), by which it may be revoked.
    pub token_id: Option<String>,
    /// When it was issued (`iat`), in seconds since 1970-01-01 UTC.
    pub issued_at: Option<i64>,
    /// When it expires (`exp`), in seconds since 1970-01-01 UTC.
    pub expires_at: Option<i64>,
    /// What its bearer may do at most, whatever the user may; `None` where there is no limit.
    pub limit: Option<Arc<ScopeLimit>>,
    /// Notes what the credential is used for, if anybody wants to know.
    pub usage: Option<Arc<dyn Usage>>,
    /// All claims as the JSON text that was signed.
    pub claims: Option<Box<str>>,
}

impl Identity {
    /// Credentials that say whom they are about and nothing else: an API key, a certificate.
    #[must_use]
    pub fn of(subject: impl Into<Id>) -> Self {
        Self {
            subject: Some(subject.into()),
            ..Self::default()
        }
    }
}

/// Whom it is about and until when, without the claims: they are for no log.
impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity")
            .field("subject", &self.subject)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// Notes what a credential is used for. It is called at every request, so it has to be quick.
pub trait Usage: Send + Sync + 'static {
    /// The credential was accepted, at this time in seconds since 1970-01-01 UTC.
    fn seen(&self, now: i64);

    /// A permission that the credential has was asked for, or has let it through a gate.
    fn used(&self, permission: Permission);
}

/// Why credentials were not accepted.
///
/// The texts are fixed, so that no claim, token or key can reach an answer or a log through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthError {
    /// The credentials are wrong, expired or revoked: 401 `invalid_token`. The text says why and
    /// goes to the log alone.
    Invalid(&'static str),
    /// What has to be asked did not answer: 503.
    Unavailable(&'static str),
}

/// Where one kind of credentials stands on a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `authorization: Bearer …`, and the session cookie if that is switched on.
    Bearer,
    /// `authorization: <scheme> …`; the scheme's case does not matter.
    Scheme(&'static str),
    /// A header of its own, such as `x-api-key`.
    Header(HeaderName),
}

/// Verifies one kind of credentials: JSON Web Tokens, personal access tokens, API keys, …
///
/// The first authenticator whose [`source`](Self::source) has a credential and that
/// [`accepts`](Self::accepts) it decides; there is no second opinion.
pub trait Authenticator: Send + Sync + 'static {
    /// Where the credentials stand.
    fn source(&self) -> Source {
        Source::Bearer
    }

    /// Whether the credential is of this kind, judged by its form: a prefix, a number of dots.
    fn accepts(&self, credential: &str) -> bool {
        let _ = credential;
        true
    }

    /// Whether what was verified may be kept, and believed again without asking, until it expires.
    fn cacheable(&self) -> bool {
        false
    }

    /// Changes when what was verified earlier may no longer be believed, as after a change of
    /// keys.
    fn generation(&self) -> u64 {
        0
    }

    /// How long what was verified may be believed without asking again, whatever its expiry;
    /// `None` for no limit of its own.
    fn believed_for(&self) -> Option<Duration> {
        None
    }

    /// Verifies the credential.
    ///
    /// # Errors
    ///
    /// [`AuthError::Invalid`] if it proves nothing, [`AuthError::Unavailable`] if that could not
    /// be found out.
    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>>;
}
