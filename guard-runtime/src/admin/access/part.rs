//! A part of a list.

use serde::Serialize;

/// The most entries that one part of a list may have; who asks for more gets this many.
pub const MOST_AT_ONCE: u64 = 200;

/// A part of a list, and how long the whole is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part<T> {
    /// The entries of this part.
    pub items: Vec<T>,
    /// How many entries there are in all.
    pub total: u64,
}

impl<T> Part<T> {
    /// Of a list that is at hand as a whole.
    ///
    /// ```
    /// use guard_runtime::admin::access::Part;
    ///
    /// let part = Part::of(vec!["a", "b", "c"], 2, 1);
    /// assert_eq!((part.items, part.total), (vec!["b", "c"], 3));
    /// ```
    #[must_use]
    pub fn of(all: Vec<T>, limit: u64, offset: u64) -> Self {
        let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
        let skipped = all
            .into_iter()
            .skip(usize::try_from(offset).unwrap_or(usize::MAX));
        let taken = usize::try_from(limit.min(MOST_AT_ONCE)).unwrap_or(0);
        Self {
            items: skipped.take(taken).collect(),
            total,
        }
    }
}
