//! What is answered besides tokens themselves.

use serde::Serialize;

use crate::tokens::TokenInfo;

/// Tokens, oldest first.
#[derive(Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub(super) struct TokenList {
    pub(super) tokens: Vec<TokenInfo>,
}

/// How many tokens were revoked.
#[derive(Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub(super) struct RevokedTokens {
    /// How many that were not revoked before.
    pub(super) revoked: u64,
}
