//! The middleware as applications hold it.

use std::fmt;
use std::sync::Arc;

use super::{AccessControlBuilder, Control, Directory};
use crate::authn::Revocations;

/// The middleware: authenticates lazily, keeps the env of each request, stops ungated handlers.
///
/// Build it once, outside the closure of `HttpServer::new`, so that all workers share its caches;
/// cloning it is cheap. It goes inside CORS and rate limits (wrap those after it) and outside
/// everything that is gated.
///
/// ```
/// use actix_web::{App, Responder, get};
/// use guard_runtime::{AccessControl, Algorithm, ClaimsDirectory, Jwt, Key, requires_user};
///
/// guard_runtime::define_groups! {
///     /// The application's groups.
///     pub mod groups {}
/// }
///
/// #[requires_user]
/// #[get("/")]
/// async fn hello() -> impl Responder {
///     "hello"
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let jwt = Jwt::builder()
///     .issuer("https://login.example.com")
///     .audience("shop")
///     .keys(Key::hmac(Algorithm::HS256, b"at least thirty-two bytes, kept secret")?)
///     .build()?;
/// let access = AccessControl::builder(ClaimsDirectory::new(&groups::SCHEMA))
///     .authenticator(jwt)
///     .build()?;
/// let app = App::new().wrap(access).service(hello);
/// # let _ = app;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct AccessControl(pub(super) Arc<Control>);

impl AccessControl {
    /// Starts a configuration with the one part that has no default: who knows the users.
    pub fn builder(directory: impl Directory) -> AccessControlBuilder {
        AccessControlBuilder::new(directory)
    }

    /// What revokes tokens; it counts at the next request.
    #[must_use]
    pub fn revocations(&self) -> &Revocations {
        &self.0.revocations
    }

    /// The value that pages have to send as `x-csrf-token` along with a session cookie; `None`
    /// where cookies are not switched on.
    #[must_use]
    pub fn csrf_token(&self, session: &str) -> Option<String> {
        let cookie = self.0.cookie.as_ref()?;
        Some(cookie.csrf.token_for(session))
    }
}

impl fmt::Debug for AccessControl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessControl")
            .field("realm", &self.0.realm)
            .field("strict", &self.0.strict)
            .finish_non_exhaustive()
    }
}
