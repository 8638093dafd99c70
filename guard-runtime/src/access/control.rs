//! The configuration in force.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use actix_web::http::header::HeaderValue;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};

use super::{Directory, Strict};
use crate::authn::{Authenticator, Csrf, Revocations, TokenCache};
use crate::denied::Denied;
use crate::env::Env;
use crate::scope::ProjectDirectory;

/// What the middleware and the gates read.
pub(crate) struct Control {
    pub(crate) realm: String,
    /// The challenge of a request without credentials, which is most of what is refused.
    pub(crate) challenge: HeaderValue,
    /// The beginning of its body.
    pub(crate) missing_credentials: Bytes,
    pub(crate) problem_base: String,
    pub(crate) authenticators: Vec<Arc<dyn Authenticator>>,
    pub(crate) directory: Box<dyn Directory>,
    /// Whether the directory had to be waited for.
    pub(crate) waits: AtomicBool,
    pub(crate) projects: Option<Box<dyn ProjectDirectory>>,
    pub(crate) guest: Env,
    pub(crate) cookie: Option<Cookie>,
    pub(crate) cache: Option<TokenCache>,
    pub(crate) revocations: Revocations,
    pub(crate) strict: Strict,
    pub(crate) early: bool,
    pub(crate) render: Option<Render>,
}

pub(crate) type Render = Box<dyn Fn(&Denied, &HttpRequest) -> HttpResponse + Send + Sync>;

/// A session in a cookie.
pub(crate) struct Cookie {
    pub(crate) name: String,
    pub(crate) csrf: Csrf,
    pub(crate) origins: Vec<String>,
}
