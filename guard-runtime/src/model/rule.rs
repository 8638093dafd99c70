//! A rule as it is declared: an expression over the columns of a model and the env.

use std::cmp::Ordering;
use std::fmt;

use super::column::Column;
use super::given::{EnvList, EnvValue};
use super::hop::Hop;

/// What a `where` or a `restrict` says of an `M`. Attributes make it; nobody else has to.
pub enum Rule<M: 'static> {
    /// `true`, `false`
    Always(bool),
    /// `salesperson_id == env.uid`
    Compare(Operand<M>, Comparison, Operand<M>),
    /// `env.cids.contains(company_id)`
    Contains(List, Operand<M>),
    /// `approved_by.is_none()`
    IsNone(Operand<M>),
    /// `number.starts_with("X")`
    StartsWith(&'static Column<M>, Operand<M>),
    /// `!archived`
    Not(&'static Self),
    /// `a && b`
    All(&'static [Self]),
    /// `a || b`
    Any(&'static [Self]),
    /// `contact.company_id == env.cid`, `lines.any(product_id == 3)`
    Related(&'static dyn Hop<M>),
}

/// One side of a comparison.
pub enum Operand<M: 'static> {
    /// What the row holds.
    Column(&'static Column<M>),
    /// What the env gives.
    Env(&'static EnvValue),
    /// A literal.
    Boolean(bool),
    /// A literal.
    Integer(i64),
    /// A literal.
    Text(&'static str),
}

/// What a column is looked up in.
pub enum List {
    /// A list of the env.
    Env(&'static EnvList),
    /// Literals.
    Integers(&'static [i64]),
    /// Literals.
    Texts(&'static [&'static str]),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparison {
    pub(crate) fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Equal => ordering.is_eq(),
            Self::NotEqual => ordering.is_ne(),
            Self::Less => ordering.is_lt(),
            Self::LessOrEqual => ordering.is_le(),
            Self::Greater => ordering.is_gt(),
            Self::GreaterOrEqual => ordering.is_ge(),
        }
    }

    /// What holds of two known values exactly where this does not.
    pub(crate) fn negated(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }

    /// The same, or its negation if it is not `wanted`.
    pub(crate) fn when(self, wanted: bool) -> Self {
        if wanted { self } else { self.negated() }
    }

    /// The same with its sides exchanged.
    pub(crate) fn flipped(self) -> Self {
        match self {
            Self::Equal | Self::NotEqual => self,
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
        }
    }

    pub(crate) fn sql(self) -> &'static str {
        match self {
            Self::Equal => " = ",
            Self::NotEqual => " <> ",
            Self::Less => " < ",
            Self::LessOrEqual => " <= ",
            Self::Greater => " > ",
            Self::GreaterOrEqual => " >= ",
        }
    }
}

impl<M> Rule<M> {
    /// Whether it asks for rows of other models.
    #[cfg(feature = "sea-orm")]
    pub(crate) fn looks_elsewhere(&self) -> bool {
        match self {
            Self::Related(_) => true,
            Self::Not(rule) => rule.looks_elsewhere(),
            Self::All(rules) | Self::Any(rules) => rules.iter().any(Self::looks_elsewhere),
            _ => false,
        }
    }
}

impl<M> Clone for Operand<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M> Copy for Operand<M> {}

/// As it is written in the attribute, more or less.
impl<M> fmt::Debug for Rule<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&super::words::of(self))
    }
}
