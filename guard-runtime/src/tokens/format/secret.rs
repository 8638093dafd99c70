//! A token as its bearer has it.

use std::fmt;

/// A whole token, with its secret. Whoever has it acts as its owner: show it once, keep it nowhere.
///
/// It is neither displayed nor printed for debugging; [`expose`](Self::expose) hands it out.
#[derive(Clone)]
pub struct TokenSecret(String);

impl TokenSecret {
    pub(super) fn new(token: String) -> Self {
        Self(token)
    }

    /// The token as text, for the one answer that shows it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TokenSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenSecret(…)")
    }
}
