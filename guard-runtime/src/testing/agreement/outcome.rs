//! What comparing rules comes to.

use std::fmt;

use sea_orm::DbErr;

use super::RowDisagreement;
use crate::model::Op;

/// SQL and the predicate agree on all rows that were tried.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Agreement {
    /// The model.
    pub model: &'static str,
    /// The rows, each of which was tried in each case.
    pub rows: usize,
    /// The envs.
    pub envs: usize,
    /// The cases: an operation for each env.
    pub cases: usize,
    /// The cases in which some rows are allowed and some are not.
    pub mixed: usize,
}

/// Why rules have not been shown to mean the same in SQL and in memory.
#[non_exhaustive]
pub enum Disagreement {
    /// A row is allowed by one and not by the other.
    Row(Box<RowDisagreement>),
    /// For these operations, no rule was seen to allow some of the rows and not the others: nothing has
    /// been shown.
    Vacuous {
        /// The model.
        model: &'static str,
        /// The operations.
        ops: Vec<Op>,
    },
    /// A column that rules look at holds the same in all rows that were made: what rules say of other
    /// values has not been tried.
    Unvaried {
        /// The model.
        model: &'static str,
        /// The column.
        column: &'static str,
    },
    /// No row or no env was given.
    Nothing {
        /// The model.
        model: &'static str,
        /// What there is none of.
        of: &'static str,
    },
    /// A rule looks at rows of another table, of which none were given.
    Unrelated {
        /// The model.
        model: &'static str,
        /// The other table.
        table: &'static str,
    },
    /// The rules are about another table than the entity.
    OtherTable {
        /// The model.
        model: &'static str,
        /// The table of the entity.
        table: &'static str,
    },
    /// Rules are compared in `SQLite` and `PostgreSQL` alone.
    OtherDatabase,
    /// The database does not know the SQL, or cannot hold the rows.
    Database {
        /// What it was asked, as far as it came to that.
        sql: String,
        /// What it says.
        error: DbErr,
    },
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            model,
            rows,
            envs,
            cases,
            mixed,
        } = self;
        write!(
            f,
            "`{model}`: SQL and the predicate agree on {rows} rows in {cases} cases of {envs} envs, in \
             {mixed} of which some rows are allowed and some are not"
        )
    }
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(row) => row.fmt(f),
            Self::Vacuous { model, ops } => {
                let ops = ops
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", ");
                write!(
                    f,
                    "`{model}`: nothing is shown for {ops}: in each case all rows are allowed, or none\n\
                     help: give rows or envs for which the rules make a difference"
                )
            }
            Self::Unvaried { model, column } => write!(
                f,
                "`{model}`: the column `{column}` holds the same in all rows\n\
                 help: give rows that differ in it"
            ),
            Self::Nothing { model, of } => write!(
                f,
                "`{model}`: there is no {of} to compare its rules with\nhelp: give at least one"
            ),
            Self::Unrelated { model, table } => write!(
                f,
                "the rules of `{model}` look at rows of `{table}`, and there are none\n\
                 help: give some with `.related::<…>(…)`"
            ),
            Self::OtherTable { model, table } => write!(
                f,
                "the rules are about the table `{model}`, the entity is `{table}`\n\
                 help: give both the same name"
            ),
            Self::OtherDatabase => f.write_str("rules are compared in SQLite and PostgreSQL alone"),
            Self::Database { sql, error } if sql.is_empty() => error.fmt(f),
            Self::Database { sql, error } => write!(f, "{error}\n  in `{sql}`"),
        }
    }
}

/// As `unwrap` shows it.
impl fmt::Debug for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Disagreement {}
