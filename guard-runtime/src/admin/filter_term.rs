//! One filter of a list: a field, and how it is compared with what.

/// One filter of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterTerm {
    /// The field.
    pub field: String,
    /// How it is compared.
    pub op: FilterOp,
    /// With what.
    pub value: String,
}

impl FilterTerm {
    /// The name of its parameter.
    pub(super) fn parameter(&self) -> String {
        match self.op {
            FilterOp::Is => format!("filter.{}", self.field),
            op => format!("filter.{}.{}", self.field, op.name()),
        }
    }
}

/// How a filter compares a field with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FilterOp {
    /// `filter.f=…`, `filter.f.is=…`: equal.
    Is,
    /// `is_not`: something else, and not empty.
    IsNot,
    /// `at_least`: this or more.
    AtLeast,
    /// `at_most`: this or less.
    AtMost,
    /// `more_than`: more.
    MoreThan,
    /// `less_than`: less.
    LessThan,
    /// `contains`: a text that contains this one.
    Contains,
    /// `starts_with`: a text that begins with this one.
    StartsWith,
    /// `is_empty=true`: NULL; `is_empty=false`: anything else.
    IsEmpty,
}

impl FilterOp {
    pub(super) const ALL: [(&'static str, Self); 9] = [
        ("is", Self::Is),
        ("is_not", Self::IsNot),
        ("at_least", Self::AtLeast),
        ("at_most", Self::AtMost),
        ("more_than", Self::MoreThan),
        ("less_than", Self::LessThan),
        ("contains", Self::Contains),
        ("starts_with", Self::StartsWith),
        ("is_empty", Self::IsEmpty),
    ];

    /// Its name in a query string.
    #[must_use]
    pub fn name(self) -> &'static str {
        let named = Self::ALL.iter().find(|(_, op)| *op == self);
        named.map_or("is", |(name, _)| name)
    }
}
