//! The secret that tokens are signed with.

use std::fmt;

/// The secret that tokens are signed with.
pub(crate) struct Secret(Vec<u8>);

impl Secret {
    /// One that was chosen.
    pub(crate) fn given(text: String) -> Self {
        Self(text.into_bytes())
    }

    /// One that nobody knows, and that ends with the process.
    ///
    /// # Errors
    ///
    /// The system has no randomness to give.
    pub(crate) fn generate() -> Result<Self, getrandom::Error> {
        let mut bytes = vec![0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}
