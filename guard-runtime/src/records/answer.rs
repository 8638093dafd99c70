//! What a caller is answered where records are refused.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use sea_orm::DbErr;

use super::AccessError;
use crate::denied::{Denied, Reason};
use crate::env_ctx;

/// What `sqlx` says of connections, and `SQLite` and `PostgreSQL` of others in the way. Which driver it
/// is, is the application's choice, so its errors are texts here.
const DOWN: [&str; 7] = [
    "error communicating with database",
    "attempt to establish a TLS connection",
    "crashed background worker",
    "database is locked",
    "database table is locked",
    "could not serialize access",
    "deadlock detected",
];

/// A problem of RFC 9457. What the database said goes to the log alone.
impl ResponseError for AccessError {
    fn status_code(&self) -> StatusCode {
        Denied::from(self).status_code()
    }

    fn error_response(&self) -> HttpResponse {
        let denied = Denied::from(self);
        let request_id = env_ctx::request_id();
        let uid = env_ctx::get().ok().map(|env| env.uid().to_string());
        match self {
            Self::Database(error) => {
                tracing::error!(%error, uid, request_id, "the database failed");
            }
            Self::Conflict(error) => {
                tracing::info!(%error, uid, request_id, "a change contradicts what is stored");
            }
            Self::Broken(why) => tracing::error!(uid, request_id, "{why}"),
            error => tracing::warn!(%error, uid, request_id, "refused"),
        }
        denied.error_response()
    }
}

impl From<&AccessError> for Denied {
    fn from(error: &AccessError) -> Self {
        if let AccessError::Env(error) = error {
            return Self::from(*error);
        }
        let needed = error.needed();
        let mut denied = Self::here(error.reason());
        if !needed.is_empty() {
            denied = denied.lacking(needed.clone(), needed);
        }
        match error.explanation() {
            Some(explanation) => denied.explained(explanation),
            None => denied,
        }
    }
}

impl From<AccessError> for Denied {
    fn from(error: AccessError) -> Self {
        Self::from(&error)
    }
}

impl AccessError {
    fn reason(&self) -> Reason {
        match self {
            Self::Env(_) => Reason::Broken("records were asked for without an env"),
            Self::NotFound { .. } => Reason::NotFound,
            Self::Forbidden { .. } | Self::Fields { .. } => Reason::Forbidden,
            Self::Missing { .. } => Reason::Incomplete,
            Self::Conflict(_) | Self::Changed { .. } => Reason::Conflict,
            Self::Database(error) if is_down(error) => {
                Reason::Unavailable("the database does not answer")
            }
            Self::Database(_) => Reason::Failed("the database refused a statement"),
            Self::Broken(why) => Reason::Broken(why),
        }
    }

    /// What was needed: `invoice:update`, `invoice.cost_cents:read`, `invoice.number`.
    fn needed(&self) -> Vec<String> {
        match self {
            Self::Forbidden { model, op, .. } => vec![format!("{model}:{op}")],
            Self::Fields {
                model,
                fields,
                write,
            } => {
                let verb = if *write { "write" } else { "read" };
                let mut names = fields
                    .iter()
                    .map(|field| format!("{model}.{field}:{verb}"))
                    .collect::<Vec<_>>();
                names.sort();
                names
            }
            Self::Missing { model, fields } => {
                let names = fields.iter().map(|field| format!("{model}.{field}"));
                let mut names = names.collect::<Vec<_>>();
                names.sort();
                names
            }
            _ => Vec::new(),
        }
    }
}

/// Whether no connection was to be had, or one broke, or others were in the way for too long.
fn is_down(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        DbErr::Exec(error) | DbErr::Query(error) => {
            let text = error.to_string();
            DOWN.iter().any(|it| text.contains(it))
        }
        _ => false,
    }
}
