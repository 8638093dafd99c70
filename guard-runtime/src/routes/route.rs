//! Routes to gated handlers.

use std::fmt;

use actix_web::guard::Guard;
use actix_web::{Handler, Responder, web};

use super::GatedArgs;

/// A route to a handler that has a gate.
pub struct Route(pub(super) actix_web::Route);

impl Route {
    /// Adds a routing guard.
    #[must_use]
    pub fn guard(self, guard: impl Guard + 'static) -> Self {
        Self(self.0.guard(guard))
    }

    /// Sets the handler.
    #[must_use]
    pub fn to<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: GatedArgs,
        F::Output: Responder + 'static,
    {
        Self(self.0.to(handler))
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Route")
    }
}

macro_rules! methods {
    ($($(#[$docs:meta])* $name:ident)*) => {$(
        $(#[$docs])*
        #[must_use]
        pub fn $name() -> Route {
            Route(web::$name())
        }
    )*};
}
methods! {
    /// A route for any method.
    route
    /// A route for `GET`.
    get
    /// A route for `POST`.
    post
    /// A route for `PUT`.
    put
    /// A route for `PATCH`.
    patch
    /// A route for `DELETE`.
    delete
    /// A route for `HEAD`.
    head
}
