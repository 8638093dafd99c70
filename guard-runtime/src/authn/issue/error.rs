//! Why a token is not issued.

use std::fmt;

/// Why a token was not issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IssueError {
    /// The issuer or audience was not given.
    Missing(&'static str),
    /// The user's id is blank, too long, or holds control characters.
    Subject,
    /// A lifetime under a second, or past the year 9999.
    Lifetime,
    /// The further claims are neither an object nor `()`.
    Claims,
    /// A further claim has the name of one that is set.
    Reserved,
    /// The token would have more than 8 KiB.
    TooLarge,
    /// The back-end failed to sign.
    Signature,
}

impl fmt::Display for IssueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing(setting) => {
                return write!(f, "`{setting}` is missing or blank: say `.{setting}(…)`");
            }
            Self::Subject => "the user's id is blank, over 255 bytes, or has control characters",
            Self::Lifetime => "the lifetime is under a second, or ends after the year 9999",
            Self::Claims => "further claims are an object, or `()` for none",
            Self::Reserved => {
                "`iss`, `aud`, `sub`, `iat`, `exp`, `nbf` and `jti` are set by the issuer: leave them out"
            }
            Self::TooLarge => "the token would be larger than 8 KiB: leave claims out",
            Self::Signature => "the cryptographic back-end failed to sign",
        })
    }
}

impl std::error::Error for IssueError {}
