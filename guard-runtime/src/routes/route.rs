//! Routes to gated handlers.

use std::any::type_name;
use std::fmt;

use actix_web::guard::Guard;
use actix_web::{Handler, Responder, web};

use super::mounted::{Kind, Mounted};
use super::{GatedArgs, join};
use crate::gate::Requirement;

/// A route to a handler that has a gate.
pub struct Route {
    pub(super) inner: actix_web::Route,
    method: Option<&'static str>,
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
    #[cfg(feature = "admin")]
    pub(crate) fn into_inner(self) -> actix_web::Route {
        self.inner
    }

    /// What is known of it at this path.
    pub(crate) fn mounted(&self, path: &str) -> Mounted {
        Mounted {
            handler: self.handler,
            path: join("", path),
            kind: Kind::Route(self.method, self.requirement),
            layers: Vec::new(),
        }
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Route")
    }
}

macro_rules! methods {
    ($($(#[$docs:meta])* $name:ident $method:expr;)*) => {$(
        $(#[$docs])*
        #[must_use]
        pub fn $name() -> Route {
            Route {
                inner: web::$name(),
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
    get Some("GET");
    /// A route for `POST`.
    post Some("POST");
    /// A route for `PUT`.
    put Some("PUT");
    /// A route for `PATCH`.
    patch Some("PATCH");
    /// A route for `DELETE`.
    delete Some("DELETE");
    /// A route for `HEAD`.
    head Some("HEAD");
}
