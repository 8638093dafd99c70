//! The tokens that the login route issues and the middleware verifies.

use std::time::Duration;

use guard_runtime::{Algorithm, Jwt, JwtError, Key, KeyError, TokenIssuer};

/// How long a token is good for. Groups and blocked accounts count at once: they are not in it.
pub(crate) const LIFETIME: Duration = Duration::from_hours(1);

const NAME: &str = "urn:backoffice";

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
