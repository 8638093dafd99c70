//! Why a request is refused, and what that makes of its answer.

use actix_web::http::StatusCode;

/// Why a request is refused. The texts are fixed and go to the log alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    NoCredentials,
    InvalidRequest(&'static str),
    InvalidToken(&'static str),
    /// A cookie without the proof that the request was made by our own pages.
    Forged(&'static str),
    Blocked,
    Forbidden,
    /// Nothing is changed for now, whatever the user may do.
    ReadOnly,
    NotFound,
    Unavailable(&'static str),
    /// Nobody opened a slot: the middleware is missing.
    NoMiddleware,
    /// It contradicts what is stored.
    #[cfg(feature = "sea-orm")]
    Conflict,
    /// A field is missing that a record must have.
    #[cfg(feature = "sea-orm")]
    Incomplete,
    /// Something failed that has nothing to do with access.
    #[cfg(feature = "sea-orm")]
    Failed(&'static str),
    /// Something contradicts itself: nothing can be decided.
    Broken(&'static str),
    /// The handler has no gate.
    Ungated,
    /// A CORS preflight that no CORS middleware answered.
    Preflight,
}

impl Reason {
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::Preflight => StatusCode::NO_CONTENT,
            Self::InvalidRequest(_) => StatusCode::BAD_REQUEST,
            Self::NoCredentials | Self::InvalidToken(_) => StatusCode::UNAUTHORIZED,
            Self::Forged(_) | Self::Blocked | Self::Forbidden | Self::ReadOnly => {
                StatusCode::FORBIDDEN
            }
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            #[cfg(feature = "sea-orm")]
            Self::Conflict => StatusCode::CONFLICT,
            #[cfg(feature = "sea-orm")]
            Self::Incomplete => StatusCode::UNPROCESSABLE_ENTITY,
            #[cfg(feature = "sea-orm")]
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::NoMiddleware | Self::Broken(_) | Self::Ungated => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    /// The stable name of the problem.
    pub(crate) fn problem(self) -> &'static str {
        match self {
            Self::NoCredentials => "missing-credentials",
            Self::InvalidRequest(_) => "malformed-credentials",
            Self::InvalidToken(_) => "invalid-token",
            Self::Forged(_) => "cross-site-request",
            Self::Blocked => "account-blocked",
            Self::Forbidden => "forbidden",
            Self::ReadOnly => "read-only",
            Self::NotFound => "not-found",
            Self::Unavailable(_) => "unavailable",
            #[cfg(feature = "sea-orm")]
            Self::Conflict => "conflict",
            #[cfg(feature = "sea-orm")]
            Self::Incomplete => "incomplete",
            #[cfg(feature = "sea-orm")]
            Self::Failed(_) => "failed",
            // A name of its own, for the test helper that looks for such handlers.
            Self::Ungated => "ungated-route",
            Self::NoMiddleware | Self::Broken(_) | Self::Preflight => "misconfigured",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::NoCredentials => "Sign in to do this",
            Self::InvalidRequest(_) => "The credentials are malformed",
            Self::InvalidToken(_) => "The token is not valid or has expired",
            Self::Forged(_) => "The request does not come from this site",
            Self::Blocked => "This account is blocked",
            Self::Forbidden => "You are not allowed to do this",
            Self::ReadOnly => "Nothing can be changed here for now",
            Self::NotFound => "There is nothing here",
            Self::Unavailable(_) => "Access cannot be checked right now",
            #[cfg(feature = "sea-orm")]
            Self::Conflict => "This contradicts what is stored already",
            #[cfg(feature = "sea-orm")]
            Self::Incomplete => "A field is missing that the record must have",
            #[cfg(feature = "sea-orm")]
            Self::Failed(_) => "Something went wrong here",
            Self::NoMiddleware | Self::Broken(_) | Self::Ungated | Self::Preflight => {
                "Access is not configured correctly"
            }
        }
    }

    /// The error code of RFC 6750 section 3.1, where there is one.
    pub(crate) fn oauth_error(self) -> Option<&'static str> {
        match self {
            Self::InvalidRequest(_) => Some("invalid_request"),
            Self::InvalidToken(_) => Some("invalid_token"),
            Self::Forbidden => Some("insufficient_scope"),
            _ => None,
        }
    }

    pub(crate) fn log_text(self) -> &'static str {
        match self {
            Self::InvalidRequest(why)
            | Self::InvalidToken(why)
            | Self::Forged(why)
            | Self::Unavailable(why)
            | Self::Broken(why) => why,
            #[cfg(feature = "sea-orm")]
            Self::Failed(why) => why,
            Self::NoMiddleware => {
                "the application is not wrapped in `AccessControl`, so nothing can be allowed"
            }
            Self::Ungated => "the handler has no gate: write one of the attributes above it",
            Self::NoCredentials => "no credentials",
            Self::Blocked => "the account is blocked",
            Self::Forbidden => "the user lacks what the gate demands",
            Self::ReadOnly => "the env is read-only",
            Self::NotFound => "not visible",
            #[cfg(feature = "sea-orm")]
            Self::Conflict => "it contradicts what is stored",
            #[cfg(feature = "sea-orm")]
            Self::Incomplete => "a field is missing that the record must have",
            Self::Preflight => "a preflight that no CORS middleware answered",
        }
    }
}
