//! What goes wrong in handlers, as problems (RFC 9457) like those of the gates.

use std::error::Error as _;
use std::fmt;

use actix_web::error::{BlockingError, JsonPayloadError};
use actix_web::http::{StatusCode, header};
use actix_web::web::{JsonConfig, PathConfig, QueryConfig, ServiceConfig};
use actix_web::{HttpResponse, ResponseError};
use guard_runtime::tokens::StoreError;
use guard_runtime::{Denied, EnvError};
use sea_orm::{DbErr, SqlErr};
use serde::Serialize;

/// What goes wrong in a handler.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The request is not what the route takes; the text says why.
    Input(StatusCode, String),
    /// There is nothing here that the caller may know of.
    NotFound,
    /// A rule of the library.
    Denied(Denied),
    /// The database. What it said goes to the log alone.
    Database(DbErr),
    /// The tables of the guard. What they said goes to the log alone.
    Store(StoreError),
    /// A mistake of ours. What it is goes to the log alone.
    Broken(String),
}

#[derive(Serialize)]
struct Problem<'a> {
    r#type: String,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
}

impl Failure {
    /// A request that is well-formed and not acceptable.
    pub(crate) fn input(detail: impl Into<String>) -> Self {
        Self::Input(StatusCode::BAD_REQUEST, detail.into())
    }

    /// Something else is there already.
    pub(crate) fn conflict(detail: impl Into<String>) -> Self {
        Self::Input(StatusCode::CONFLICT, detail.into())
    }

    /// Refuses a text that is empty or too long.
    pub(crate) fn check_text(field: &str, text: &str, longest: usize) -> Result<(), Self> {
        if text.trim().is_empty() || text.chars().count() > longest {
            let wanted = format!("`{field}` has 1 to {longest} characters");
            return Err(Self::input(wanted));
        }
        Ok(())
    }

    /// The answer to whoever deletes something: 204, or 404 if it was not there.
    pub(crate) fn deleted(rows: u64) -> Result<HttpResponse, Self> {
        if rows == 0 {
            return Err(Self::NotFound);
        }
        Ok(HttpResponse::NoContent().finish())
    }

    /// The name of the problem, its title, and what more there is to say.
    fn problem(&self) -> (&'static str, &'static str, Option<&str>) {
        match self {
            Self::Input(_, detail) => ("invalid-input", "The request is not valid", Some(detail)),
            Self::NotFound | Self::Denied(_) => ("not-found", "There is nothing here", None),
            Self::Database(_) | Self::Store(_) => {
                ("unavailable", "The database does not answer", None)
            }
            Self::Broken(_) => ("internal-error", "Something went wrong here", None),
        }
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Input(status, _) => *status,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Denied(denied) => denied.status_code(),
            Self::Database(_) | Self::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::Denied(denied) => return denied.error_response(),
            Self::Database(error) => tracing::error!(%error, "the database failed"),
            Self::Store(error) => {
                let cause = error.source().map(ToString::to_string);
                tracing::error!(%error, cause, "the database failed");
            }
            Self::Broken(error) => tracing::error!(%error, "a handler failed"),
            _ => {}
        }
        let status = self.status_code();
        let (name, title, detail) = self.problem();
        let problem = Problem {
            r#type: format!("urn:collab:problem:{name}"),
            title,
            status: status.as_u16(),
            detail,
        };
        HttpResponse::build(status)
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::CONTENT_TYPE, "application/problem+json"))
            .json(problem)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.problem().1)
    }
}

impl From<DbErr> for Failure {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::conflict("it is there already"),
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => Self::conflict(
                "something refers to it, or it refers to something that is not there",
            ),
            _ => Self::Database(error),
        }
    }
}

impl From<EnvError> for Failure {
    fn from(error: EnvError) -> Self {
        Self::Denied(error.into())
    }
}

impl From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<BlockingError> for Failure {
    fn from(error: BlockingError) -> Self {
        Self::Broken(error.to_string())
    }
}

/// Lets the extractors of actix-web answer with problems too.
pub(crate) fn configure(config: &mut ServiceConfig) {
    let json = JsonConfig::default()
        .limit(16 * 1024)
        .error_handler(|error, _| match &error {
            JsonPayloadError::ContentType => refuse(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "send JSON, with the header `content-type: application/json`",
            ),
            JsonPayloadError::Deserialize(error) => {
                refuse(StatusCode::BAD_REQUEST, error.to_string())
            }
            error => refuse(error.status_code(), error.to_string()),
        });
    let query = QueryConfig::default()
        .error_handler(|error, _| refuse(StatusCode::BAD_REQUEST, error.to_string()));
    let path = PathConfig::default().error_handler(|_, _| Failure::NotFound.into());
    config.app_data(json).app_data(query).app_data(path);
}

fn refuse(status: StatusCode, detail: impl Into<String>) -> actix_web::Error {
    Failure::Input(status, detail.into()).into()
}
