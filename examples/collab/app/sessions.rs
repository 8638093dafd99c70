//! The tokens of sessions: issued at the sign-in, verified by the middleware.

use std::time::Duration;

use guard_runtime::{Algorithm, Jwt, JwtError, Key, KeyError, TokenIssuer};

/// How long a session lasts. Roles and blocked accounts count at once: they are not in its token.
pub(crate) const LIFETIME: Duration = Duration::from_hours(8);

/// The cookie in which pages hold it.
pub(crate) const COOKIE: &str = "collab_session";

const NAME: &str = "urn:collab";

/// What verifies them.
///
/// # Errors
///
/// The secret is too short.
pub(crate) fn verifier(secret: &[u8]) -> Result<Jwt, JwtError> {
    Jwt::builder()
        .issuer(NAME)
        .audience(NAME)
        .keys(Key::hmac(Algorithm::HS256, secret)?)
        .build()
}

/// What issues them.
///
/// # Errors
///
/// The secret is too short.
pub(crate) fn issuer(secret: &[u8]) -> Result<TokenIssuer, KeyError> {
    let issuer = TokenIssuer::hmac(Algorithm::HS256, secret)?;
    Ok(issuer.issuer(NAME).audience(NAME).lifetime(LIFETIME))
}
