//! What is wrong with what was entered: several things at once, each at its field.

use super::RunError;

/// What is wrong with what was entered, for the user: each at a field, or at the whole.
///
/// ```
/// use guard_runtime::admin::{Mistakes, RunError};
///
/// fn check(price: i64, amount: i64) -> Result<(), RunError> {
///     let mut mistakes = Mistakes::none();
///     if price < 0 {
///         mistakes.at("price", "must not be negative");
///     }
///     if amount < 1 {
///         mistakes.at("amount", "must be at least 1");
///     }
///     mistakes.result()
/// }
///
/// assert!(check(1, 1).is_ok());
/// let Err(RunError::Invalid(mistakes)) = check(-1, 0) else { panic!() };
/// let at = mistakes.iter().map(|(field, _)| field);
/// assert_eq!(at.collect::<Vec<_>>(), [Some("price"), Some("amount")]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "`result` makes an error of it"]
pub struct Mistakes(Vec<(Option<&'static str>, String)>);

impl Mistakes {
    /// Nothing is wrong so far.
    pub fn none() -> Self {
        Self::default()
    }

    /// A field is to be entered otherwise.
    pub fn at(&mut self, field: &'static str, why: impl Into<String>) {
        self.0.push((Some(field), why.into()));
    }

    /// What was entered cannot be so, whichever field it is.
    pub fn whole(&mut self, why: impl Into<String>) {
        self.0.push((None, why.into()));
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields, where they are named, and what is wrong.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&'static str>, &str)> {
        self.0.iter().map(|(field, why)| (*field, &**why))
    }

    /// Nothing if nothing is wrong.
    ///
    /// # Errors
    ///
    /// [`RunError::Invalid`] with all that is wrong.
    pub fn result(self) -> Result<(), RunError> {
        if self.is_empty() {
            Ok(())
        } else {
            Err(RunError::Invalid(self))
        }
    }
}
