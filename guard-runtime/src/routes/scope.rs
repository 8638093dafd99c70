//! Scopes whose handlers have gates.

use std::fmt;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{
    AppService, HttpServiceFactory, ServiceFactory, ServiceRequest, ServiceResponse, Transform,
};
use actix_web::guard::Guard;

use super::{Gated, Route};

/// A scope of gated handlers: `scope("/admin")`.
#[must_use]
pub fn scope(path: &str) -> Scope {
    Scope(actix_web::Scope::new(path))
}

/// A scope of gated handlers.
pub struct Scope(actix_web::Scope);

impl Scope {
    /// Registers a handler with a route attribute, or another scope.
    #[must_use]
    pub fn service(self, service: impl Gated + HttpServiceFactory + 'static) -> Self {
        Self(self.0.service(service))
    }

    /// Registers a route.
    #[must_use]
    pub fn route(self, path: &str, route: Route) -> Self {
        Self(self.0.route(path, route.0))
    }

    /// Adds a routing guard.
    #[must_use]
    pub fn guard(self, guard: impl Guard + 'static) -> Self {
        Self(self.0.guard(guard))
    }

    /// Adds data for the handlers in it.
    #[must_use]
    pub fn app_data<T: 'static>(self, data: T) -> Self {
        Self(self.0.app_data(data))
    }

    /// Sets what answers where no path in it matches.
    #[must_use]
    pub fn default_service(self, route: Route) -> Self {
        Self(self.0.default_service(route.0))
    }

    /// Wraps it in middleware, such as one more gate. Register everything before.
    pub fn wrap<M, B>(self, middleware: M) -> impl Gated + HttpServiceFactory + 'static
    where
        M: Transform<
                <actix_web::Scope as Endpoint>::Service,
                ServiceRequest,
                Response = ServiceResponse<B>,
                Error = Error,
                InitError = (),
            > + 'static,
        B: MessageBody + 'static,
    {
        Wrapped(self.0.wrap(middleware))
    }
}

#[diagnostic::do_not_recommend]
impl Gated for Scope {}

impl HttpServiceFactory for Scope {
    fn register(self, config: &mut AppService) {
        self.0.register(config);
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scope")
    }
}

/// A scope in middleware; nothing can be registered in it any more.
struct Wrapped<S>(S);

impl<S> Gated for Wrapped<S> {}

impl<S: HttpServiceFactory> HttpServiceFactory for Wrapped<S> {
    fn register(self, config: &mut AppService) {
        self.0.register(config);
    }
}

/// Names the service of a scope, which actix-web keeps to itself.
#[doc(hidden)]
pub trait Endpoint {
    type Service;
}

impl<T: ServiceFactory<ServiceRequest>> Endpoint for actix_web::Scope<T> {
    type Service = T::Service;
}
