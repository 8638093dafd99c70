//! Why a configuration cannot be put in force.

use std::fmt;

use crate::user::UserError;

/// A configuration that cannot be put in force.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// Nothing verifies credentials, so nobody could ever sign in.
    NoAuthenticator,
    /// An authenticator reads the header `authorization` itself.
    AuthorizationHeader,
    /// The realm has characters that end a header's quoted text.
    Realm,
    /// The name of the cookie is not one.
    CookieName,
    /// A trusted origin that no browser would ever name, or that any page could have.
    Origin(String),
    /// The key of the CSRF protection is shorter than 32 bytes.
    CsrfKey,
    /// The guest is more than a guest.
    Guest(UserError),
    /// The cryptographic back-end does not work.
    Crypto(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAuthenticator => f.write_str(
                "nothing verifies credentials; add `.authenticator(…)` to `AccessControl::builder`",
            ),
            Self::AuthorizationHeader => f.write_str(
                "the header `authorization` is read as `Source::Bearer` or `Source::Scheme`",
            ),
            Self::Realm => f.write_str("the realm must be plain text without quotes"),
            Self::CookieName => {
                f.write_str("a cookie's name consists of letters, digits, `-`, `_` and `.`")
            }
            Self::Origin(origin) => write!(
                f,
                "`{origin}` is not an origin: write it as browsers do, such as `https://shop.example.com`"
            ),
            Self::CsrfKey => {
                f.write_str("the key of the CSRF protection must have at least 32 bytes")
            }
            Self::Guest(error) => error.fmt(f),
            Self::Crypto(error) => write!(f, "the cryptographic back-end does not work: {error}"),
        }
    }
}

impl std::error::Error for ConfigError {}
