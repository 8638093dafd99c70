//! Routes to gated handlers.

use std::any::type_name;
use std::fmt;

use actix_web::guard::Guard;
use actix_web::http::Method;
use actix_web::{Handler, Responder, web};

use super::mounted::{Kind, Mounted};
use super::{GatedArgs, join};
use crate::gate::Requirement;

/// A route to a handler that has a gate.
pub struct Route {
    /// Without the method.
    inner: actix_web::Route,
    method: Option<(&'static str, Method)>,
    handler: &'static str,
    requirement: Option<&'static Requirement>,
}

impl Route {
    /// Adds a routing guard.
    #[must_use]
    pub fn guard(mut self, guard: impl Guard + 'static) -> Self {
        self.inner = self.inner.guard(guard);
        self
    }

    /// Sets the handler.
    #[must_use]
    pub fn to<F, Args>(mut self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: GatedArgs,
        F::Output: Responder + 'static,
    {
        self.handler = type_name::<F>();
        self.requirement = Args::REQUIREMENT;
        self.inner = self.inner.to(handler);
        self
    }

    /// The route without what is known of it.
    pub(super) fn into_inner(self) -> actix_web::Route {
        match self.method {
            Some((_, method)) => self.inner.method(method),
            None => self.inner,
        }
    }

    /// The same; one for `GET` is for `HEAD` as well (RFC 9110 section 9.3.2).
    #[cfg(feature = "admin")]
    pub(crate) fn with_head(self) -> actix_web::Route {
        match self.method {
            Some(("GET", _)) => self.inner.guard(get_or_head()),
            _ => self.into_inner(),
        }
    }

    /// What is known of it at this path.
    pub(crate) fn mounted(&self, path: &str) -> Mounted {
        Mounted {
            handler: self.handler,
            path: join("", path),
            kind: Kind::Route(self.method.as_ref().map(|it| it.0), self.requirement),
            layers: Vec::new(),
            is_page: false,
        }
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Route")
    }
}

/// What lets in those who read, with or without content.
#[cfg(feature = "admin")]
pub(crate) fn get_or_head() -> impl Guard {
    actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head())
}

macro_rules! methods {
    ($($(#[$docs:meta])* $name:ident $method:expr;)*) => {$(
        $(#[$docs])*
        #[must_use]
        pub fn $name() -> Route {
            Route {
                inner: web::route(),
                method: $method,
                handler: "",
                requirement: None,
            }
        }
    )*};
}
methods! {
    /// A route for any method.
    route None;
    /// A route for `GET`.
    get Some(("GET", Method::GET));
    /// A route for `POST`.
    post Some(("POST", Method::POST));
    /// A route for `PUT`.
    put Some(("PUT", Method::PUT));
    /// A route for `PATCH`.
    patch Some(("PATCH", Method::PATCH));
    /// A route for `DELETE`.
    delete Some(("DELETE", Method::DELETE));
    /// A route for `HEAD`.
    head Some(("HEAD", Method::HEAD));
}
