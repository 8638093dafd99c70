//! A rule as SQL text with bound values.

mod leaves;
mod number;
mod prefix;
mod related;
#[cfg(test)]
mod tests;

use super::Kleene;
use super::bound::Bound;
use super::datum::Datum;

/// The databases whose SQL is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `PostgreSQL`: `"names"`, `$1`.
    Postgres,
    /// `SQLite`: `"names"`, `?`.
    Sqlite,
    /// `MySQL`: `` `names` ``, `?`.
    MySql,
}

/// A condition for a `WHERE` clause: the text in parentheses, and the values it has places for.
///
/// Join it with other conditions by `AND` or `OR`, and do not negate it: what is unknown, as of NULL, is
/// false here, so that its opposite would let it through.
///
/// ```
/// # use guard_runtime::model::{Datum, SqlCondition};
/// # let text = r#"("salesperson_id" = ?)"#.to_owned();
/// # let condition = SqlCondition { text, values: vec![Datum::Integer(7)] };
/// let sql = format!("SELECT * FROM invoice WHERE {}", condition.text);
/// for value in &condition.values {
///     match value {
///         Datum::Boolean(truth) => { /* query.bind(truth) */ }
///         Datum::Integer(number) => { /* query.bind(number) */ }
///         Datum::Text(text) => { /* query.bind(&**text) */ }
///         Datum::Uuid(bits) => { /* query.bind(Uuid::from_u128(*bits)) */ }
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SqlCondition {
    /// The text, in parentheses: whatever it is joined with, it stays one condition.
    pub text: String,
    /// The values, in the order of their places. None of them is ever part of the text.
    pub values: Vec<Datum>,
}

/// Writes conditions.
pub struct Writer<'a> {
    dialect: Dialect,
    /// What columns are qualified with.
    of: &'a str,
    /// How many places stand before the first of ours.
    before: usize,
    /// Whether collations are left out of it: see `by_bytes`.
    by_bytes: bool,
    text: String,
    values: Vec<Datum>,
}

/// Writes a rule whose columns are those `of` a table, or of its alias.
pub(crate) fn write<M>(rule: &Bound<M>, dialect: Dialect, of: &str, before: usize) -> SqlCondition {
    let mut writer = Writer {
        dialect,
        of,
        before,
        by_bytes: false,
        // Enough for most, so that it does not grow by and by.
        text: String::with_capacity(512),
        values: Vec::with_capacity(8),
    };
    writer.push("(");
    writer.rule(rule);
    writer.push(")");
    SqlCondition {
        text: writer.text,
        values: writer.values,
    }
}

impl Writer<'_> {
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn quoted(&mut self, name: &str) {
        let quote = match self.dialect {
            Dialect::Postgres | Dialect::Sqlite => '"',
            Dialect::MySql => '`',
        };
        self.text.push(quote);
        if name.bytes().any(|byte| char::from(byte) == quote) {
            self.text.extend(name.chars().flat_map(|character| {
                let twice = usize::from(character == quote);
                std::iter::repeat_n(character, 1 + twice)
            }));
        } else {
            self.text.push_str(name);
        }
        self.text.push(quote);
    }

    pub(crate) fn column(&mut self, name: &str) {
        let of = self.of;
        self.column_of(of, name);
    }

    pub(crate) fn column_of(&mut self, of: &str, name: &str) {
        self.quoted(of);
        self.text.push('.');
        self.quoted(name);
    }

    fn value(&mut self, value: Datum) {
        self.values.push(value);
        match self.dialect {
            Dialect::Postgres => {
                self.text.push('$');
                number::push(&mut self.text, self.before + self.values.len());
            }
            Dialect::Sqlite | Dialect::MySql => self.text.push('?'),
        }
    }

    /// Writes the rule so that it can stand beside `AND`.
    pub(crate) fn rule<M>(&mut self, rule: &Bound<M>) {
        match rule {
            Bound::Always(Kleene::True) => self.push("1 = 1"),
            // Below `AND` and `OR` alone, what is unknown cannot make anything true.
            Bound::Always(Kleene::False | Kleene::Unknown) => self.push("1 = 0"),
            Bound::Number(column, comparison, number) => {
                self.column(column.name);
                self.push(comparison.sql());
                self.value(Datum::Integer(*number));
            }
            Bound::Datum(column, comparison, datum) => self.compared(column, *comparison, datum),
            Bound::Columns(left, comparison, right) => self.columns(left, *comparison, right),
            Bound::InNumbers(column, numbers, wanted) => {
                let numbers = numbers.iter().copied().map(Datum::Integer);
                self.in_list(column, numbers, *wanted);
            }
            Bound::InData(column, data, wanted) => {
                self.in_list(column, data.iter().cloned(), *wanted);
            }
            Bound::IsNull(column, wanted) => {
                self.column(column.name);
                self.push(if *wanted { " IS NULL" } else { " IS NOT NULL" });
            }
            Bound::Prefix(column, prefix, wanted) => self.prefix(column, prefix, *wanted),
            Bound::Hop(hop) => hop.write(self),
            Bound::All(parts) => self.joined(parts, " AND "),
            Bound::Any(parts) => self.joined(parts, " OR "),
        }
    }

    fn joined<M>(&mut self, parts: &[Bound<M>], by: &str) {
        let mut separator = "(";
        for part in parts {
            self.push(separator);
            self.rule(part);
            separator = by;
        }
        self.push(")");
    }
}
