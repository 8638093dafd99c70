//! A row on which the two disagree.

use std::fmt;

use crate::model::{Kleene, Op, SqlCondition};

/// A row that is allowed by SQL and not by the predicate, or the other way round.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RowDisagreement {
    /// The model.
    pub model: &'static str,
    /// The operation.
    pub op: Op,
    /// The env.
    pub env: String,
    /// The row.
    pub row: String,
    /// The related rows that the rules look at.
    pub related: Vec<String>,
    /// The grants and restrictions that count, in words.
    pub rules: Vec<String>,
    /// The condition.
    pub condition: SqlCondition,
    /// Whether the database returns the row.
    pub by_sql: bool,
    /// What the predicate says of it.
    pub by_predicate: Kleene,
    /// Of how many rows the two say different things in this case.
    pub count: usize,
}

impl fmt::Display for RowDisagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            model, op, count, ..
        } = self;
        let sql = if self.by_sql {
            "allowed"
        } else {
            "not allowed"
        };
        let predicate = match self.by_predicate {
            Kleene::True => "allowed",
            Kleene::False => "not allowed",
            Kleene::Unknown => "unknown, so not allowed",
        };
        writeln!(
            f,
            "`{model}`: SQL and the predicate disagree on {op}, of {count} rows"
        )?;
        writeln!(f, "  by SQL:       {sql}")?;
        writeln!(f, "  by predicate: {predicate}")?;
        writeln!(f, "  row: {}", self.row)?;
        for related in &self.related {
            writeln!(f, "  related: {related}")?;
        }
        writeln!(f, "  env: {}", self.env)?;
        for rule in &self.rules {
            writeln!(f, "  {rule}")?;
        }
        writeln!(f, "  sql: {}", self.condition.text)?;
        write!(f, "  values: {:?}", self.condition.values)
    }
}
