//! Truth with a third value.

use std::ops::Not;

/// What a rule says of a row: SQL's three truth values, with the logic of Kleene.
///
/// A comparison with NULL, or with an env value that is absent, is unknown. Only what is true is
/// allowed.
///
/// ```
/// use guard_runtime::model::Kleene::{False, True, Unknown};
///
/// assert_eq!(False.and(Unknown), False);
/// assert_eq!(True.and(Unknown), Unknown);
/// assert_eq!(True.or(Unknown), True);
/// assert_eq!(!Unknown, Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kleene {
    /// It does not hold.
    False,
    /// Nobody can tell.
    Unknown,
    /// It holds.
    True,
}

impl Kleene {
    /// Whether both hold: the lesser of the two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Whether one of them holds: the greater of the two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// Whether it holds, and is not merely unknown.
    #[must_use]
    pub fn is_true(self) -> bool {
        self == Self::True
    }
}

impl Not for Kleene {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

impl From<bool> for Kleene {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}
