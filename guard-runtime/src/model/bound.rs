//! A rule with the values of one env in it, and without negations.

use super::Kleene;
use super::column::Column;
use super::datum::Datum;
use super::field::Value;
use super::hop::BoundHop;
use super::rows::Rows;
use super::rule::Comparison;

/// What is left of a rule when the env is known.
///
/// Negations stand in the leaves alone: below `All` and `Any`, what is unknown cannot make anything
/// true, so SQL may take it for false.
pub(crate) enum Bound<M: 'static> {
    /// The same for every row.
    Always(Kleene),
    /// A column against a whole number, which most rules are.
    Number(&'static Column<M>, Comparison, i64),
    /// A column against another value.
    Datum(&'static Column<M>, Comparison, Datum),
    /// A column against another one.
    Columns(&'static Column<M>, Comparison, &'static Column<M>),
    /// Whether a column holds one of the numbers, or whether it holds none of them.
    InNumbers(&'static Column<M>, Vec<i64>, bool),
    /// The same of other values.
    InData(&'static Column<M>, Vec<Datum>, bool),
    /// Whether a column is NULL, or whether it is not.
    IsNull(&'static Column<M>, bool),
    /// Whether a text begins so, or whether it does not.
    Prefix(&'static Column<M>, Box<str>, bool),
    /// What is said of related rows.
    Hop(Box<dyn BoundHop<M>>),
    /// All of them.
    All(Vec<Self>),
    /// One of them.
    Any(Vec<Self>),
}

impl<M> Bound<M> {
    pub(crate) const TRUE: Self = Self::Always(Kleene::True);
    pub(crate) const FALSE: Self = Self::Always(Kleene::False);
    pub(crate) const UNKNOWN: Self = Self::Always(Kleene::Unknown);

    /// All of them: what holds anyway is left out.
    pub(crate) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts = parts.into_iter();
        let mut all = Vec::with_capacity(parts.size_hint().1.unwrap_or_default());
        for part in parts {
            match part {
                Self::Always(Kleene::True) => {}
                Self::Always(Kleene::False) => return Self::FALSE,
                Self::All(parts) => all.extend(parts),
                part => all.push(part),
            }
        }
        match all.pop() {
            None => Self::TRUE,
            Some(only) if all.is_empty() => only,
            Some(last) => {
                all.push(last);
                Self::All(all)
            }
        }
    }

    /// One of them: what cannot hold is left out.
    pub(crate) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts = parts.into_iter();
        let mut any = Vec::with_capacity(parts.size_hint().1.unwrap_or_default());
        for part in parts {
            match part {
                Self::Always(Kleene::False) => {}
                Self::Always(Kleene::True) => return Self::TRUE,
                Self::Any(parts) => any.extend(parts),
                part => any.push(part),
            }
        }
        match any.pop() {
            None => Self::FALSE,
            Some(only) if any.is_empty() => only,
            Some(last) => {
                any.push(last);
                Self::Any(any)
            }
        }
    }

    /// Whether it is true of the row. Without negations below `All` and `Any`, it does not matter there
    /// whether a part is false or unknown.
    pub(crate) fn holds(&self, row: &M, rows: &Rows) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(row, rows)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(row, rows)),
            leaf => leaf.test(row, rows).is_true(),
        }
    }

    /// What it says of the row.
    pub(crate) fn test(&self, row: &M, rows: &Rows) -> Kleene {
        match self {
            Self::Always(truth) => *truth,
            Self::Number(column, comparison, number) => match column.integer(row) {
                Some(mine) => comparison.holds(mine.cmp(number)).into(),
                None => Kleene::Unknown,
            },
            Self::Datum(column, comparison, datum) => match datum.compare(column.value(row)) {
                Some(ordering) => comparison.holds(ordering).into(),
                None => Kleene::Unknown,
            },
            Self::Columns(left, comparison, right) => {
                let right = Datum::of(right.value(row));
                let ordering = right.and_then(|right| right.compare(left.value(row)));
                ordering.map_or(Kleene::Unknown, |it| comparison.holds(it).into())
            }
            Self::InNumbers(column, numbers, wanted) => match column.integer(row) {
                Some(mine) => (numbers.contains(&mine) == *wanted).into(),
                None => Kleene::Unknown,
            },
            Self::InData(column, data, wanted) => match column.value(row) {
                Value::Null => Kleene::Unknown,
                mine => {
                    let mut data = data.iter();
                    let found =
                        data.any(|it| it.compare(mine).is_some_and(std::cmp::Ordering::is_eq));
                    (found == *wanted).into()
                }
            },
            Self::IsNull(column, wanted) => ((column.value(row) == Value::Null) == *wanted).into(),
            Self::Prefix(column, prefix, wanted) => match column.value(row) {
                Value::Text(text) => (text.starts_with(&**prefix) == *wanted).into(),
                _ => Kleene::Unknown,
            },
            Self::Hop(hop) => hop.test(row, rows),
            Self::All(parts) => test_all(parts, row, rows),
            Self::Any(parts) => test_any(parts, row, rows),
        }
    }
}

fn test_all<M>(parts: &[Bound<M>], row: &M, rows: &Rows) -> Kleene {
    let mut all = Kleene::True;
    for part in parts {
        all = all.and(part.test(row, rows));
        if all == Kleene::False {
            break;
        }
    }
    all
}

fn test_any<M>(parts: &[Bound<M>], row: &M, rows: &Rows) -> Kleene {
    let mut any = Kleene::False;
    for part in parts {
        any = any.or(part.test(row, rows));
        if any == Kleene::True {
            break;
        }
    }
    any
}
