//! Why an authenticator cannot be configured.

use std::fmt;

use super::KeyError;

/// Why an authenticator cannot be configured.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// A setting that is required is missing or blank.
    Missing(&'static str),
    /// A leeway over ten minutes.
    Leeway,
    /// A maximal age under a second.
    MaxAge,
    /// Keys that are not accepted.
    Keys(KeyError),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(setting) => {
                write!(f, "`{setting}` is missing or blank: say `.{setting}(…)`")
            }
            Self::Leeway => {
                f.write_str("the leeway is too long: clocks differ by less than ten minutes")
            }
            Self::MaxAge => f.write_str("a `max_age` under a second would refuse every token"),
            Self::Keys(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ConfigError {}

impl From<KeyError> for ConfigError {
    fn from(error: KeyError) -> Self {
        Self::Keys(error)
    }
}
