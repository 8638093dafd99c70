//! What goes wrong in handlers, as problems (RFC 9457) like those of the gates.

use std::fmt;

use actix_web::error::{BlockingError, JsonPayloadError, QueryPayloadError};
use actix_web::http::{StatusCode, header};
use actix_web::web::{JsonConfig, PathConfig, QueryConfig, ServiceConfig};
use actix_web::{HttpResponse, ResponseError};
use guard_runtime::EnvError;
use guard_runtime::records::AccessError;
use sea_orm::DbErr;
use serde::Serialize;

/// What goes wrong in a handler.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The request is not what the route takes; the text says why.
    Input(StatusCode, String),
    /// The name or the password is wrong, or the account is blocked: nobody is told which.
    SignIn,
    /// There is nothing here that the caller may know of.
    NotFound,
    /// What is stored does not allow it; the text says why.
    Conflict(String),
    /// What a model says: of records, of fields, of who is asking.
    Access(AccessError),
    /// The database at sign-in. What it said goes to the log alone.
    Database(DbErr),
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

    /// The same where the record is one that the body of the request names, and not its path: one that
    /// is not there, or not for the caller, is a mistake in the request.
    pub(crate) fn named(what: &str) -> impl FnOnce(AccessError) -> Self {
        let detail = format!("there is no such {what}");
        move |error| match error {
            AccessError::NotFound { .. } => Self::input(detail),
            error => Self::Access(error),
        }
    }

    /// The name of the problem, its title, and what more there is to say.
    fn problem(&self) -> (&'static str, &'static str, Option<&str>) {
        match self {
            Self::Input(_, detail) => ("invalid-input", "The request is not valid", Some(detail)),
            Self::Conflict(detail) => {
                ("conflict", "This does not fit what is stored", Some(detail))
            }
            Self::SignIn => ("sign-in-failed", "The name or the password is wrong", None),
            Self::NotFound | Self::Access(_) => ("not-found", "There is nothing here", None),
            Self::Database(_) => ("unavailable", "The database does not answer", None),
            Self::Broken(_) => ("internal-error", "Something went wrong here", None),
        }
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Input(status, _) => *status,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Access(error) => error.status_code(),
            Self::Database(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::Access(error) => return error.error_response(),
            Self::Database(error) => tracing::error!(%error, "the database failed"),
            Self::Broken(error) => tracing::error!(%error, "a handler failed"),
            _ => {}
        }
        let status = self.status_code();
        let (name, title, detail) = self.problem();
        let problem = Problem {
            r#type: format!("urn:backoffice:problem:{name}"),
            title,
            status: status.as_u16(),
            detail,
        };
        let mut response = HttpResponse::build(status);
        if status == StatusCode::UNAUTHORIZED {
            let challenge = "Bearer realm=\"backoffice\"";
            response.insert_header((header::WWW_AUTHENTICATE, challenge));
        }
        response
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
        Self::Database(error)
    }
}

impl From<AccessError> for Failure {
    fn from(error: AccessError) -> Self {
        Self::Access(error)
    }
}

impl From<EnvError> for Failure {
    fn from(error: EnvError) -> Self {
        Self::Access(error.into())
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
    let query = QueryConfig::default().error_handler(|error, _| match &error {
        QueryPayloadError::Deserialize(error) => refuse(StatusCode::BAD_REQUEST, error.to_string()),
        error => refuse(StatusCode::BAD_REQUEST, error.to_string()),
    });
    let path = PathConfig::default().error_handler(|_, _| Failure::NotFound.into());
    config.app_data(json).app_data(query).app_data(path);
}

fn refuse(status: StatusCode, detail: impl Into<String>) -> actix_web::Error {
    Failure::Input(status, detail.into()).into()
}
