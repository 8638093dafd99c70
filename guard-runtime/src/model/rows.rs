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

    /// Adds rows of one model. In the end, all that may be related to what is asked about have to be
    /// in it.
    #[must_use]
    pub fn with<O: Send + Sync + 'static>(mut self, rows: Vec<O>) -> Self {
        let mut known = self
            .0
            .iter_mut()
            .filter_map(|it| it.downcast_mut::<Vec<O>>());
        match known.next() {
            Some(known) => known.extend(rows),
            None => self.0.push(Box::new(rows)),
        }
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

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn rows_that_come_in_parts_are_all_there() {
        let rows = Rows::default()
            .with(vec![1_u8])
            .with(vec!["other"])
            .with(vec![2_u8, 3]);
        assert_eq!(rows.of::<u8>(), Some(&[1, 2, 3][..]));
        assert_eq!(rows.of::<&str>(), Some(&["other"][..]));
        assert_eq!(rows.of::<u16>(), None);
    }
}
