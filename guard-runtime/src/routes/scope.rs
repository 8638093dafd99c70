//! Scopes whose handlers have gates.

use std::fmt;

use actix_web::Error;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{
    AppService, HttpServiceFactory, ServiceFactory, ServiceRequest, ServiceResponse, Transform,
};
use actix_web::guard::Guard;

use super::mounted::Mounted;
use super::{Gated, Route};
use crate::gate::{Gate, Require, Requirement};

/// A scope of gated handlers: `scope("/admin")`.
#[must_use]
pub fn scope(path: &str) -> Scope {
    Scope {
        inner: actix_web::Scope::new(path),
        path: path.to_owned(),
        layers: Vec::new(),
        mounted: Vec::new(),
    }
}

/// A scope of gated handlers.
pub struct Scope<S = actix_web::Scope> {
    inner: S,
    path: String,
    /// Its own gates, outermost first.
    layers: Vec<&'static Requirement>,
    mounted: Vec<Mounted>,
}

impl Scope {
    /// Registers a handler with a route attribute, or another scope.
    #[must_use]
    pub fn service(mut self, service: impl Gated + HttpServiceFactory + 'static) -> Self {
        self.mounted.extend(service.mounted());
        self.inner = self.inner.service(service);
        self
    }

    /// Registers a route.
    #[must_use]
    pub fn route(mut self, path: &str, route: Route) -> Self {
        self.mounted.push(route.mounted(path));
        self.inner = self.inner.route(path, route.into_inner());
        self
    }

    /// Adds a routing guard.
    #[must_use]
    pub fn guard(mut self, guard: impl Guard + 'static) -> Self {
        self.inner = self.inner.guard(guard);
        self
    }

    /// Adds data for the handlers in it.
    #[must_use]
    pub fn app_data<T: 'static>(mut self, data: T) -> Self {
        self.inner = self.inner.app_data(data);
        self
    }

    /// Sets what answers where no path in it matches.
    #[must_use]
    pub fn default_service(mut self, route: Route) -> Self {
        self.inner = self.inner.default_service(route.into_inner());
        self
    }
}

impl<T, B> Scope<actix_web::Scope<T>>
where
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = Error,
            InitError = (),
        > + 'static,
    T::Service: 'static,
    B: MessageBody + 'static,
{
    /// Puts a gate around it: one that the API documentation knows of. Register everything before.
    ///
    /// Gates of a scope and of what is in it accumulate; the last one given is asked first.
    ///
    /// ```
    /// use guard_runtime::{requires_internal, requires_user, routes};
    ///
    /// async fn report() -> &'static str {
    ///     "report"
    /// }
    ///
    /// let admin = routes::scope("/admin")
    ///     .route("/report", routes::get().to(requires_user().handler(report)))
    ///     .gate(requires_internal());
    /// # let _ = admin;
    /// ```
    #[must_use]
    pub fn gate<R: Require>(
        self,
        gate: Gate<R>,
    ) -> Scope<actix_web::Scope<impl Endpoint<Response = ServiceResponse<EitherBody<B>>>>> {
        let mut layers = vec![gate.requirement()];
        layers.extend(&self.layers);
        Scope {
            inner: self.inner.wrap(gate),
            path: self.path,
            layers,
            mounted: self.mounted,
        }
    }

    /// Wraps it in middleware. Register everything before.
    ///
    /// A gate among it is asked like any other, but the API documentation does not see it: use
    /// [`gate`](Self::gate).
    #[must_use]
    pub fn wrap<M, C>(
        self,
        middleware: M,
    ) -> Scope<actix_web::Scope<impl Endpoint<Response = ServiceResponse<C>>>>
    where
        M: Transform<
                T::Service,
                ServiceRequest,
                Response = ServiceResponse<C>,
                Error = Error,
                InitError = (),
            > + 'static,
        C: MessageBody + 'static,
    {
        Scope {
            inner: self.inner.wrap(middleware),
            path: self.path,
            layers: self.layers,
            mounted: self.mounted,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<S> Gated for Scope<S> {
    fn mounted(&self) -> Vec<Mounted> {
        let inside = self.mounted.iter().cloned();
        inside
            .map(|it| it.below(&self.path, &self.layers))
            .collect()
    }
}

impl<S: HttpServiceFactory> HttpServiceFactory for Scope<S> {
    fn register(self, config: &mut AppService) {
        self.inner.register(config);
    }
}

impl<S> fmt::Debug for Scope<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scope")
    }
}

/// The endpoint of a scope in middleware.
#[doc(hidden)]
pub trait Endpoint:
    ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = (), Service: 'static>
    + 'static
{
}

impl<T> Endpoint for T where
    T: ServiceFactory<ServiceRequest, Config = (), Error = Error, InitError = (), Service: 'static>
        + 'static
{
}
