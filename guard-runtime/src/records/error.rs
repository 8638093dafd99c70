//! What goes wrong between a handler and its records.

use std::error::Error;
use std::fmt;

use sea_orm::{DbErr, SqlErr};

use crate::env::EnvError;
use crate::model::{Explanation, Op};

/// Why a record is not read or not changed. Nothing has been changed where this is returned.
///
/// It is an answer that handlers can return: 404 for a record that the user may not read, 403 for one
/// that may be read but not changed and for fields that the user may not touch, 409 for what
/// contradicts what is stored or lacks what is needed, 503 for a database that does not answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum AccessError {
    /// There is no env to decide with.
    Env(EnvError),
    /// There is no such record, or none that the user may know of.
    NotFound {
        /// The model.
        model: &'static str,
        /// Why, for callers who are told.
        explanation: Option<Box<Explanation>>,
    },
    /// The record may be read, and not this be done with it.
    Forbidden {
        /// The model.
        model: &'static str,
        /// What was to be done.
        op: Op,
        /// Why, for callers who are told.
        explanation: Option<Box<Explanation>>,
    },
    /// The user may not touch these fields.
    Fields {
        /// The model.
        model: &'static str,
        /// The fields, in the order of declaration.
        fields: Vec<&'static str>,
        /// Whether they were to be written; else they were to be read, also by a filter, by an order
        /// or in an aggregate.
        write: bool,
    },
    /// A record is not stored without these fields, and the caller has left them out: 422.
    Missing {
        /// The model.
        model: &'static str,
        /// The fields, in the order of declaration.
        fields: Vec<&'static str>,
    },
    /// It contradicts what is stored: a value that has to be unique is taken, or a related record is
    /// missing or still there.
    Conflict(DbErr),
    /// The records changed while they were being changed: trying again may succeed.
    Changed {
        /// The model.
        model: &'static str,
    },
    /// The database failed.
    Database(DbErr),
    /// The program is put together wrongly. The text goes to the log alone.
    Broken(&'static str),
}

impl AccessError {
    /// Why, for callers who are told: those of [`GuardedDb::explain_to`](super::GuardedDb::explain_to).
    #[must_use]
    pub fn explanation(&self) -> Option<&Explanation> {
        match self {
            Self::NotFound { explanation, .. } | Self::Forbidden { explanation, .. } => {
                explanation.as_deref()
            }
            _ => None,
        }
    }

    /// The same, explained.
    pub(super) fn because(mut self, why: Option<Explanation>) -> Self {
        if let Self::NotFound { explanation, .. } | Self::Forbidden { explanation, .. } = &mut self
        {
            *explanation = why.map(Box::new);
        }
        self
    }
}

impl From<EnvError> for AccessError {
    fn from(error: EnvError) -> Self {
        Self::Env(error)
    }
}

impl From<DbErr> for AccessError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(
                SqlErr::UniqueConstraintViolation(_) | SqlErr::ForeignKeyConstraintViolation(_),
            ) => Self::Conflict(error),
            _ => Self::Database(error),
        }
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Env(error) => error.fmt(f),
            Self::NotFound { model, .. } => write!(f, "there is no such `{model}`"),
            Self::Forbidden { model, op, .. } => write!(f, "the user may not {op} this `{model}`"),
            Self::Fields {
                model,
                fields,
                write,
            } => {
                let verb = if *write { "write" } else { "read" };
                write!(
                    f,
                    "the user may not {verb} `{}` of `{model}`",
                    fields.join("`, `")
                )
            }
            Self::Missing { model, fields } => {
                write!(f, "`{model}` is not without `{}`", fields.join("`, `"))
            }
            Self::Conflict(_) => f.write_str("it contradicts what is stored already"),
            Self::Changed { model } => write!(f, "`{model}` changed in the meantime"),
            Self::Database(_) => f.write_str("the database failed"),
            Self::Broken(why) => f.write_str(why),
        }
    }
}

impl Error for AccessError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Env(error) => Some(error),
            Self::Conflict(error) | Self::Database(error) => Some(error),
            _ => None,
        }
    }
}
