//! What was issued.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A token that was issued.
#[derive(Clone)]
#[non_exhaustive]
pub struct IssuedToken {
    /// The token. Whoever has it is the user: show it once, and never log it.
    pub token: String,
    /// When it expires, in seconds since 1970-01-01 UTC.
    pub expires_at: i64,
    /// Its id (`jti`), by which [`Revocations`](crate::Revocations) revoke it.
    pub token_id: String,
}

impl fmt::Debug for IssuedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IssuedToken")
            .field("expires_at", &self.expires_at)
            .field("token_id", &self.token_id)
            .finish_non_exhaustive()
    }
}

/// 128 bits that no other token has. The standard library's random state comes from the system,
/// and differs between processes; it is no source of secrets.
pub(super) fn token_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);

    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let time = SystemTime::now();
    let halves: [u64; 2] = [0, 1].map(|half| RandomState::new().hash_one((half, count, time)));
    URL_SAFE_NO_PAD.encode(halves.map(u64::to_be_bytes).concat())
}
