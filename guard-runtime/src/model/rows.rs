//! Related rows, for predicates.

use std::any::Any;
use std::fmt;

/// Rows of other models, for rules that look at them.
///
/// A rule that asks for related rows of a model that is not in here is unknown, and what is unknown
/// is not allowed.
///
/// ```
/// use guard_runtime::model::Rows;
///
/// struct Contact {
///     id: i64,
/// }
///
/// let rows = Rows::default().with(vec![Contact { id: 7 }]);
/// ```
#[derive(Default)]
pub struct Rows(Vec<Box<dyn Any + Send + Sync>>);

impl Rows {
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    /// Adds the rows of one model: all that may be related to what is asked about.
    #[must_use]
    pub fn with<O: Send + Sync + 'static>(mut self, rows: Vec<O>) -> Self {
        self.0.push(Box::new(rows));
        self
    }

    pub(crate) fn of<O: 'static>(&self) -> Option<&[O]> {
        let mut found = self.0.iter().filter_map(|it| it.downcast_ref::<Vec<O>>());
        found.next().map(Vec::as_slice)
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rows of {} models", self.0.len())
    }
}
