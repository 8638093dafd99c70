//! Signing in and out, with a session in a cookie.

mod enter;
mod next;
mod session;
mod view;

use std::fmt;

pub(super) use self::enter::{enter, leave, show};
use crate::Id;
use crate::authn::{Answer, AuthError, TokenIssuer};

/// Knows the accounts of a site: names and passwords.
///
/// ```
/// use guard_runtime::admin::Accounts;
/// use guard_runtime::{Answer, AuthError, Id};
///
/// struct Staff;
///
/// impl Accounts for Staff {
///     fn check<'a>(
///         &'a self,
///         name: &'a str,
///         password: &'a str,
///     ) -> Answer<'a, Result<Option<Id>, AuthError>> {
///         // Compare with a slow hash, and hash also where there is no such name: else the time that
///         // it takes tells which names there are.
///         Answer::Now(Ok((name == "ada" && password == "secret").then(|| Id::from(7))))
///     }
/// }
/// ```
pub trait Accounts: Send + Sync + 'static {
    /// The user with this name and this password.
    ///
    /// How often one may try, and how long an answer takes, is the application's matter.
    ///
    /// # Errors
    ///
    /// `Ok(None)` if there is none, whichever of the two is wrong. [`AuthError::Unavailable`] if that
    /// could not be found out: 503.
    fn check<'a>(
        &'a self,
        name: &'a str,
        password: &'a str,
    ) -> Answer<'a, Result<Option<Id>, AuthError>>;
}

/// Lets users sign in on pages of the site: see [`Admin::sign_in`](crate::admin::Admin::sign_in).
///
/// The session is a token of the issuer in the cookie that the
/// [`AccessControl`](crate::AccessControl) accepts: switch that on with
/// [`session_cookie`](crate::AccessControlBuilder::session_cookie), and give it a [`Jwt`](crate::Jwt)
/// that believes the issuer. The name of the cookie, the proof against other sites and what is revoked
/// are those of the access control, so that they cannot differ.
///
/// ```
/// use guard_runtime::admin::{Accounts, SignIn};
/// use guard_runtime::{Algorithm, TokenIssuer};
///
/// # fn sign_in(accounts: impl Accounts) -> Result<SignIn, guard_runtime::KeyError> {
/// let issuer = TokenIssuer::hmac(Algorithm::HS256, b"thirty-two bytes, from the environment")?
///     .issuer("https://shop.example.com")
///     .audience("https://shop.example.com");
/// Ok(SignIn::new(accounts, issuer))
/// # }
/// ```
#[must_use = "give it to `Admin::sign_in`"]
pub struct SignIn {
    accounts: Box<dyn Accounts>,
    issuer: TokenIssuer,
    is_secure: bool,
}

impl SignIn {
    /// With these accounts. A session lasts as long as a token of the issuer.
    pub fn new(accounts: impl Accounts, issuer: TokenIssuer) -> Self {
        Self {
            accounts: Box::new(accounts),
            issuer,
            is_secure: true,
        }
    }

    pub(in crate::admin::pages) fn is_secure(&self) -> bool {
        self.is_secure
    }

    /// Whether browsers send the cookie over TLS alone, which they do unless this says `false`. To their own
    /// machine (`localhost`) they send it in any case.
    pub fn secure(mut self, is_secure: bool) -> Self {
        self.is_secure = is_secure;
        self
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn")
            .field("issuer", &self.issuer)
            .field("is_secure", &self.is_secure)
            .finish_non_exhaustive()
    }
}
