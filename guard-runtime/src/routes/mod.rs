//! Registration in which a handler without a gate does not compile.
//!
//! Thin wrappers of [`App::configure`](actix_web::App::configure), [`actix_web::Scope`] and
//! [`actix_web::Route`] that take what has a gate and nothing else. The attribute above the route
//! attribute marks the handler; so write it there.
//!
//! ```
//! use actix_web::{App, get};
//! use guard_runtime::routes::{self, Routes};
//! use guard_runtime::{allows_public, requires_internal, requires_user};
//!
//! #[requires_internal]
//! #[get("/settings")]
//! async fn settings() -> &'static str {
//!     "settings"
//! }
//!
//! #[requires_user]
//! async fn profile() -> &'static str {
//!     "profile"
//! }
//!
//! async fn anything() -> &'static str {
//!     "anything"
//! }
//!
//! let app = App::new().configure(routes::gated(|routes: &mut Routes<'_>| {
//!     routes
//!         .service(settings)
//!         .service(routes::scope("/me").route("", routes::get().to(profile)))
//!         .default_service(routes::route().to(allows_public().handler(anything)));
//! }));
//! # let _ = app;
//! ```
//!
//! ```compile_fail
//! use actix_web::get;
//! use guard_runtime::routes::{self, Routes};
//!
//! #[get("/settings")]
//! async fn settings() -> &'static str {
//!     "settings"
//! }
//!
//! let configure = routes::gated(|routes: &mut Routes<'_>| {
//!     routes.service(settings);
//! });
//! ```

mod mounted;
mod route;
mod scope;

use std::any::type_name;
use std::fmt;

use actix_web::FromRequest;
use actix_web::dev::HttpServiceFactory;
use actix_web::web::{self, ServiceConfig};

#[cfg(any(feature = "admin", feature = "openapi"))]
pub(crate) use mounted::Kind;
#[doc(hidden)]
pub use mounted::Mounted;
pub(crate) use mounted::join;
#[cfg(feature = "admin")]
pub(crate) use route::get_or_head;
pub use route::{Route, delete, get, head, patch, post, put, route};
pub use scope::{Scope, scope};

use crate::gate::{Gate, Guarded, Require, Requirement};

/// What has a gate: handlers whose route attribute stands below one, and what is made of them here.
///
/// The attributes implement it. Writing it by hand takes the compiler's word for it away.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no gate",
    label = "this handler is open to everybody",
    note = "write `#[requires_internal]`, `#[requires_user]`, `#[requires_group(…)]`, `#[requires_role(…)]`, `#[requires_scope(…)]`, `#[allows_public]` or `#[no_auth]` above its route attribute"
)]
pub trait Gated {
    /// What is registered with it, for the documentation.
    #[doc(hidden)]
    fn mounted(&self) -> Vec<Mounted> {
        vec![Mounted::service(type_name::<Self>())]
    }
}

/// The arguments of a handler that has a gate.
#[diagnostic::on_unimplemented(
    message = "this handler has no gate",
    label = "this handler is open to everybody",
    note = "write `#[requires_internal]`, `#[requires_user]`, `#[requires_group(…)]`, `#[requires_role(…)]`, `#[requires_scope(…)]`, `#[allows_public]` or `#[no_auth]` above it, or wrap it: `requires_user().handler(…)`"
)]
pub trait GatedArgs: FromRequest + 'static {
    /// What the gate demands, for the documentation.
    #[doc(hidden)]
    const REQUIREMENT: Option<&'static Requirement> = None;
}

#[diagnostic::do_not_recommend]
impl<R: Require, T: FromRequest + 'static> GatedArgs for (Guarded<R, T>,) {
    const REQUIREMENT: Option<&'static Requirement> = Some(R::REQUIREMENT);
}

/// Turns a function that registers gated handlers into one for
/// [`App::configure`](actix_web::App::configure).
pub fn gated(register: impl FnOnce(&mut Routes<'_>)) -> impl FnOnce(&mut ServiceConfig) {
    |config| {
        register(&mut Routes {
            config,
            mounted: Vec::new(),
        });
    }
}

/// What a function registers, without an application.
#[cfg(any(feature = "admin", feature = "openapi"))]
pub(crate) fn mounted_by(register: impl FnOnce(&mut Routes<'_>)) -> Vec<Mounted> {
    let mut mounted = Vec::new();
    let configure = |config: &mut ServiceConfig| {
        let mut routes = Routes {
            config,
            mounted: Vec::new(),
        };
        register(&mut routes);
        mounted = routes.mounted;
    };
    drop(actix_web::App::new().configure(configure));
    mounted
}

/// Registers handlers that have a gate.
pub struct Routes<'a> {
    config: &'a mut ServiceConfig,
    mounted: Vec<Mounted>,
}

impl Routes<'_> {
    /// Registers a handler with a route attribute, or a [`Scope`].
    pub fn service(&mut self, service: impl Gated + HttpServiceFactory + 'static) -> &mut Self {
        self.mounted.extend(service.mounted());
        self.config.service(service);
        self
    }

    /// Registers a route.
    pub fn route(&mut self, path: &str, route: Route) -> &mut Self {
        self.mounted.push(route.mounted(path));
        self.config.route(path, route.into_inner());
        self
    }

    /// Adds data for the handlers.
    pub fn app_data<T: 'static>(&mut self, data: T) -> &mut Self {
        self.config.app_data(data);
        self
    }

    /// Sets what answers where no path matches.
    pub fn default_service(&mut self, route: Route) -> &mut Self {
        self.config.default_service(route.into_inner());
        self
    }

    /// Registers what cannot carry a mark (files, the pages of another crate) behind a gate.
    pub fn behind<R: Require>(
        &mut self,
        gate: Gate<R>,
        path: &str,
        service: impl HttpServiceFactory + 'static,
    ) -> &mut Self {
        self.config
            .service(web::scope(path).wrap(gate).service(service));
        self
    }
}

impl fmt::Debug for Routes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Routes")
    }
}
