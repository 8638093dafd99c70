//! The configuration of access control.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use actix_web::http::header::{AUTHORIZATION, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};

use super::control::{Control, Cookie};
use super::origin::is_origin;
use super::{AccessControl, ConfigError, Directory, Strict};
use crate::User;
use crate::authn::{Authenticator, Csrf, Revocations, Source, TokenCache, self_test};
use crate::denied::{DEFAULT_BASE, DEFAULT_REALM, Denied, challenge, missing_credentials};
use crate::env::Env;
use crate::scope::ProjectDirectory;

/// Builds an [`AccessControl`].
#[must_use = "call `build`"]
pub struct AccessControlBuilder {
    control: Control,
    guest: User,
    cookie: Option<(String, Vec<u8>)>,
    origins: Vec<String>,
    cache: usize,
}

impl AccessControlBuilder {
    pub(super) fn new(directory: impl Directory) -> Self {
        Self {
            control: Control {
                realm: DEFAULT_REALM.to_owned(),
                challenge: HeaderValue::from_static("Bearer"),
                missing_credentials: missing_credentials(DEFAULT_BASE),
                problem_base: DEFAULT_BASE.to_owned(),
                authenticators: Vec::new(),
                directory: Box::new(directory),
                waits: AtomicBool::new(false),
                projects: None,
                guest: Env::guest(User::guest()),
                cookie: None,
                cache: None,
                revocations: Revocations::default(),
                strict: Strict::default(),
                early: false,
                render: None,
            },
            guest: User::guest(),
            cookie: None,
            origins: Vec::new(),
            cache: 10_000,
        }
    }

    /// Adds a kind of credentials. The first that accepts a credential decides about it.
    pub fn authenticator(mut self, authenticator: impl Authenticator) -> Self {
        self.control.authenticators.push(Arc::new(authenticator));
        self
    }

    /// Sets who knows the projects: what permissions such as `project.root:GET` are checked in.
    pub fn projects(mut self, projects: impl ProjectDirectory) -> Self {
        self.control.projects = Some(Box::new(projects));
        self
    }

    /// Sets the realm of challenges, `api` unless set.
    pub fn realm(mut self, realm: impl Into<String>) -> Self {
        self.control.realm = realm.into();
        self
    }

    /// Sets what the `type` of problems begins with, `urn:guard:problem:` unless set.
    pub fn problem_base(mut self, base: impl Into<String>) -> Self {
        self.control.problem_base = base.into();
        self
    }

    /// Sets the user that anonymous requests run as: in no group but `core_public`, without roles. It
    /// may have a name, companies and attributes.
    pub fn guest(mut self, guest: User) -> Self {
        self.guest = guest;
        self
    }

    /// Accepts the bearer credential from this cookie as well. Requests that change something then
    /// need proof that one of our own pages made them: [`AccessControl::csrf_token`], made with
    /// this key of at least 32 bytes.
    pub fn session_cookie(mut self, name: impl Into<String>, csrf_key: &[u8]) -> Self {
        self.cookie = Some((name.into(), csrf_key.to_vec()));
        self
    }

    /// Accepts requests with a session cookie from the pages of these origins too, written as
    /// browsers do: `https://shop.example.com`.
    pub fn trusted_origins<I: Into<String>>(
        mut self,
        origins: impl IntoIterator<Item = I>,
    ) -> Self {
        self.origins = origins.into_iter().map(Into::into).collect();
        self
    }

    /// Sets how many verified tokens are kept, 10,000 unless set; 0 keeps none. A token takes up to
    /// some 16 KiB, most take one. Expiry, revocation and changes of keys are checked at every use.
    pub fn token_cache(mut self, capacity: usize) -> Self {
        self.cache = capacity;
        self
    }

    /// Shares revocations with other parts of the application.
    pub fn revocations(mut self, revocations: Revocations) -> Self {
        self.control.revocations = revocations;
        self
    }

    /// Sets what happens to handlers without a gate.
    pub fn strict(mut self, strict: Strict) -> Self {
        self.control.strict = strict;
        self
    }

    /// Authenticates before the router looks for a handler, so that gates can be used as routing
    /// guards. Requests to handlers with `no_auth` then cost the same as others.
    pub fn authenticate_before_routing(mut self, early: bool) -> Self {
        self.control.early = early;
        self
    }

    /// Replaces the answers: a page for people, another JSON. The challenge of a 401 or 403 is added
    /// where it is missing.
    pub fn render(
        mut self,
        render: impl Fn(&Denied, &HttpRequest) -> HttpResponse + Send + Sync + 'static,
    ) -> Self {
        self.control.render = Some(Box::new(render));
        self
    }

    /// Puts the configuration in force.
    ///
    /// # Errors
    ///
    /// Whatever would let nobody in, or somebody who should not be.
    pub fn build(self) -> Result<AccessControl, ConfigError> {
        let Self {
            mut control,
            guest,
            cookie,
            origins,
            cache,
        } = self;
        self_test().map_err(|error| ConfigError::Crypto(error.to_string()))?;
        if control.authenticators.is_empty() {
            return Err(ConfigError::NoAuthenticator);
        }
        let authorization = Source::Header(AUTHORIZATION);
        if control
            .authenticators
            .iter()
            .any(|it| it.source() == authorization)
        {
            return Err(ConfigError::AuthorizationHeader);
        }
        let quotable = |byte: u8| (b' '..=b'~').contains(&byte) && byte != b'"' && byte != b'\\';
        if control.realm.is_empty() || !control.realm.bytes().all(quotable) {
            return Err(ConfigError::Realm);
        }
        control.challenge = challenge(&control.realm).map_err(|_| ConfigError::Realm)?;
        control.missing_credentials = missing_credentials(&control.problem_base);
        guest.check_guest().map_err(ConfigError::Guest)?;
        control.guest = Env::guest(guest);
        if let Some((name, key)) = cookie {
            let token = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
            if name.is_empty() || !name.bytes().all(token) {
                return Err(ConfigError::CookieName);
            }
            if let Some(origin) = origins.iter().find(|it| !is_origin(it)) {
                return Err(ConfigError::Origin(origin.clone()));
            }
            let csrf = Csrf::new(&key).map_err(|_| ConfigError::CsrfKey)?;
            control.cookie = Some(Cookie {
                name,
                csrf,
                origins,
            });
        }
        control.cache = (cache > 0).then(|| TokenCache::new(cache));
        Ok(AccessControl(Arc::new(control)))
    }
}

impl fmt::Debug for AccessControlBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessControlBuilder")
            .field("realm", &self.control.realm)
            .finish_non_exhaustive()
    }
}
