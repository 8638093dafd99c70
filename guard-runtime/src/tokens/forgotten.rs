//! When what was verified is asked for again.

use std::sync::atomic::{AtomicU64, Ordering};

/// Counts what ended in this process. All [`AccessTokens`](super::AccessTokens) share it: each worker of
/// a server may have built its own, and one of them revokes what another has verified.
static ENDED: AtomicU64 = AtomicU64::new(0);

/// Makes all that was verified so far be asked for again once it is dropped: whether the store has
/// answered, has failed, or nobody waits for its answer any more. Afterwards, not before: what is
/// verified in between would be believed.
pub(crate) struct Forgotten;

impl Drop for Forgotten {
    fn drop(&mut self) {
        ENDED.fetch_add(1, Ordering::AcqRel);
    }
}

/// Changes with everything that ends in this process.
pub(super) fn generation() -> u64 {
    ENDED.load(Ordering::Acquire)
}
