//! The configuration of personal access tokens.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::access_tokens::{AccessTokens, Inner};
use super::create::Creating;
use super::format::TokenFormat;
use super::store::TokenStore;
use super::usage::Ledger;
use crate::scope::Scopes;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Builds [`AccessTokens`].
#[must_use = "call `build`"]
pub struct AccessTokensBuilder {
    store: Arc<dyn TokenStore>,
    schema: &'static Scopes,
    prefix: String,
    longest: Duration,
    most: usize,
    interval: Duration,
}

impl AccessTokensBuilder {
    pub(super) fn new(store: Arc<dyn TokenStore>, schema: &'static Scopes) -> Self {
        Self {
            store,
            schema,
            prefix: "pat".to_owned(),
            longest: 366 * DAY,
            most: 100,
            interval: Duration::from_secs(60),
        }
    }

    /// Sets what every token begins with, `pat` unless set. One of your own, such as `acme_pat`, can
    /// be registered with secret scanners.
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// Sets how long a token may live at most, 366 days unless set.
    pub fn max_lifetime(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// Sets how many tokens an owner may have that are neither expired nor revoked, 100 unless set.
    /// Instances that create some at the same moment do not count those of the others.
    pub fn max_per_owner(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// Sets how often at most the use of a token is written to the store, once in a minute unless
    /// set. What this process lists is never older than its last request.
    pub fn usage_interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// Puts the configuration in force.
    ///
    /// # Errors
    ///
    /// A prefix that could be taken for another part of a token, or limits that allow nothing.
    pub fn build(self) -> Result<AccessTokens, TokenConfigError> {
        let format = TokenFormat::new(&self.prefix).ok_or(TokenConfigError::Prefix)?;
        let longest = i64::try_from(self.longest.as_secs()).unwrap_or(0);
        if !(1..=i64::from(u32::MAX)).contains(&longest) {
            return Err(TokenConfigError::Lifetime);
        }
        if self.most == 0 {
            return Err(TokenConfigError::PerOwner);
        }
        let ledger = Ledger::new(Arc::clone(&self.store), self.schema, self.interval);
        Ok(AccessTokens(Arc::new(Inner {
            store: self.store,
            schema: self.schema,
            format,
            longest,
            most: self.most,
            creating: Creating::default(),
            ledger: Arc::new(ledger),
        })))
    }
}

impl fmt::Debug for AccessTokensBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessTokensBuilder")
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

/// Personal access tokens that cannot be configured so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenConfigError {
    /// The prefix.
    Prefix,
    /// The longest lifetime.
    Lifetime,
    /// How many tokens an owner may have.
    PerOwner,
}

impl fmt::Display for TokenConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Prefix => {
                "the prefix of tokens consists of up to 32 lower-case letters and digits, with single `_` between them"
            }
            Self::Lifetime => "the longest lifetime of tokens is between a second and 136 years",
            Self::PerOwner => "an owner must be allowed at least one token",
        })
    }
}

impl std::error::Error for TokenConfigError {}
