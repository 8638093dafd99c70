//! The time of day, in seconds since 1970-01-01 UTC.

use std::time::{SystemTime, UNIX_EPOCH};

/// Where the time comes from; tests bring their own.
pub(crate) type Clock = fn() -> i64;

/// The system's clock. A clock that shows a time before 1970 counts as the end of time, so that
/// everything has expired.
pub(crate) fn now() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|it| i64::try_from(it.as_secs()).ok())
        .unwrap_or(i64::MAX)
}
