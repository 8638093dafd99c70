//! Reads a key set from where it stands.

use std::fmt;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;

use super::super::{Algorithm, KeyError, KeySet};

/// The most bytes a document may have.
pub(super) const LIMIT: u64 = 1 << 20;

/// Where a document stands.
#[derive(Clone)]
pub(super) enum Place {
    File(PathBuf),
    #[cfg(feature = "jwks-url")]
    Url(String),
}

impl Place {
    /// The document's bytes.
    ///
    /// # Errors
    ///
    /// It cannot be read, or is too large.
    pub(super) fn read(&self) -> Result<Vec<u8>, KeyError> {
        match self {
            Self::File(path) => {
                let failed = |error: std::io::Error| KeyError::File(error.kind());
                let mut bytes = Vec::new();
                let mut file = File::open(path).map_err(failed)?.take(LIMIT + 1);
                let length = file.read_to_end(&mut bytes).map_err(failed)?;
                if length as u64 > LIMIT {
                    Err(KeyError::TooLarge)
                } else {
                    Ok(bytes)
                }
            }
            #[cfg(feature = "jwks-url")]
            Self::Url(url) => super::fetch::fetch(url),
        }
    }

    /// The keys in a document from here.
    ///
    /// # Errors
    ///
    /// The document is not accepted.
    pub(super) fn parse(
        &self,
        document: &[u8],
        default: Option<Algorithm>,
    ) -> Result<KeySet, KeyError> {
        match self {
            Self::File(_) => match default {
                Some(default) => KeySet::from_jwks_with_default(document, default),
                None => KeySet::from_jwks(document),
            },
            #[cfg(feature = "jwks-url")]
            Self::Url(_) => KeySet::from_published(document, default),
        }
    }
}

/// Without the address, which may hold a secret.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "File({})", path.display()),
            #[cfg(feature = "jwks-url")]
            Self::Url(_) => f.write_str("Url"),
        }
    }
}
