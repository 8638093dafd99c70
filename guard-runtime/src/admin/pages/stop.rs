//! Why a route stops before it has answered.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use crate::admin::ListError;
use crate::admin::objects::PageError;
use crate::denied::Denied;
use crate::env::EnvError;
use crate::records::AccessError;

/// Why a route stops; each becomes a page.
#[derive(Debug)]
pub(in crate::admin) enum Stop {
    Error(PageError),
    /// The request itself: its status, and what is wrong with it.
    Request(StatusCode, &'static str, String),
}

impl Stop {
    /// The answer for programs, and its line in the log.
    pub(super) fn response(&self) -> HttpResponse {
        match self {
            Self::Error(error) => error.response(),
            Self::Request(status, ..) => HttpResponse::new(*status),
        }
    }
}

macro_rules! stops {
    ($($error:ty)*) => {$(
        impl From<$error> for Stop {
            fn from(error: $error) -> Self {
                Self::Error(error.into())
            }
        }
    )*};
}

stops! { PageError Denied EnvError AccessError ListError crate::admin::RunError }
