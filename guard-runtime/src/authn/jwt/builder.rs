//! How a [`Jwt`] is configured.

use std::time::Duration;

use super::Jwt;
use super::rules::Rules;
use crate::authn::clock::{self, Clock};
use crate::authn::{ConfigError, KeySource, crypto};

/// The longest leeway: more than clocks differ, and less than a token lives.
const MAX_LEEWAY: Duration = Duration::from_secs(600);

/// Configures a [`Jwt`]; see [`Jwt::builder`].
#[derive(Debug, Default)]
#[must_use]
pub struct JwtBuilder {
    issuer: Option<String>,
    audience: Option<String>,
    keys: Option<KeySource>,
    leeway: Duration,
    token_type: Option<String>,
    max_age: Option<Duration>,
    ignores_scopes: bool,
    clock: Option<Clock>,
}

impl JwtBuilder {
    /// Who issues the tokens: exactly what `iss` says. Required.
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    /// Whom the tokens are for: what `aud` says, or has among others. Required.
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// What verifies the signatures: a [`Key`](crate::Key), a
    /// [`KeySet`](crate::KeySet) or a [`KeySource`]. Required.
    pub fn keys(mut self, keys: impl Into<KeySource>) -> Self {
        self.keys = Some(keys.into());
        self
    }

    /// How far the issuer's clock may be off, in whole seconds up to ten minutes. None unless
    /// said otherwise: a token is refused from the second on that `exp` names.
    pub fn leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// The type that tokens must name (`typ`), such as `at+jwt` (RFC 9068). Unless said otherwise
    /// it is `JWT` or left out.
    pub fn token_type(mut self, token_type: impl Into<String>) -> Self {
        self.token_type = Some(token_type.into());
        self
    }

    /// How long after `iat`, which is then required, a token is accepted at most.
    pub fn max_age(mut self, max_age: Duration) -> Self {
        self.max_age = Some(max_age);
        self
    }

    /// Lets tokens do what their user may, whatever their scope claims (`scope`, `scopes`, `scp`) say.
    ///
    /// Unless this is said, a token that has such a claim allows no permission that the claim does
    /// not name; one without limits nothing. Say it where the issuer's scopes are others than the
    /// permissions of this application: `openid profile email`.
    pub fn ignore_scopes(mut self) -> Self {
        self.ignores_scopes = true;
        self
    }

    /// Another clock, for tests: seconds since 1970-01-01 UTC.
    #[doc(hidden)]
    pub fn clock(mut self, clock: fn() -> i64) -> Self {
        self.clock = Some(clock);
        self
    }

    /// The authenticator; keys are read for the first time.
    ///
    /// # Errors
    ///
    /// The issuer, the audience or the keys are missing, or something given is not accepted.
    pub fn build(self) -> Result<Jwt, ConfigError> {
        crypto::self_test()?;
        let seconds = |it: Duration| i64::try_from(it.as_secs()).unwrap_or(i64::MAX);
        if self.leeway > MAX_LEEWAY {
            return Err(ConfigError::Leeway);
        }
        if self.max_age.is_some_and(|it| it.as_secs() == 0) {
            return Err(ConfigError::MaxAge);
        }
        let rules = Rules {
            issuer: required(self.issuer, "issuer")?,
            audience: required(self.audience, "audience")?,
            token_type: match self.token_type {
                Some(it) => Some(required(Some(it), "token_type")?),
                None => None,
            },
            leeway: seconds(self.leeway),
            max_age: self.max_age.map(seconds),
            ignores_scopes: self.ignores_scopes,
            clock: self.clock.unwrap_or(clock::now),
        };
        let keys = self.keys.ok_or(ConfigError::Missing("keys"))?.open()?;
        Ok(Jwt { keys, rules })
    }
}

fn required(text: Option<String>, name: &'static str) -> Result<Box<str>, ConfigError> {
    match text {
        Some(text) if !text.trim().is_empty() => Ok(text.into()),
        _ => Err(ConfigError::Missing(name)),
    }
}
