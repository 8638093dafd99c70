//! What an issuer writes into its tokens.

use std::time::Duration;

use super::TokenIssuer;

impl TokenIssuer {
    /// Names the key in the header (`kid`).
    #[must_use]
    pub fn kid(mut self, kid: impl Into<String>) -> Self {
        self.kid = Some(kid.into());
        self
    }

    /// The type in the header (`typ`): `JWT` unless said otherwise.
    #[must_use]
    pub fn token_type(mut self, token_type: impl Into<String>) -> Self {
        self.token_type = token_type.into();
        self
    }

    /// Who issues the tokens (`iss`). Required.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    /// Whom the tokens are for (`aud`). Required.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// How long a token is valid, in whole seconds: 15 minutes unless said otherwise.
    #[must_use]
    pub fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = lifetime;
        self
    }

    /// Another clock, for tests: seconds since 1970-01-01 UTC.
    #[doc(hidden)]
    #[must_use]
    pub fn clock(mut self, clock: fn() -> i64) -> Self {
        self.clock = clock;
        self
    }
}
