//! Routes of a page's own.

use std::fmt;

use actix_web::Scope;
use actix_web::dev::HttpServiceFactory;

use crate::routes::{Mounted, Route};

/// Registers routes below the path of a page: an export, an upload, a picture.
///
/// Each is behind all that the page is behind, on the server and in the documentation, and has a gate of
/// its own like every handler. Open for [`Action::Open`](super::Action::Open) means open for them.
pub struct PageRoutes<'a> {
    pub(super) scope: Option<Scope>,
    pub(super) mounted: &'a mut Vec<Mounted>,
}

impl PageRoutes<'_> {
    /// Registers a route below the path of the page. One for `GET` answers `HEAD` as well.
    pub fn route(&mut self, path: &str, route: Route) -> &mut Self {
        self.mounted.push(route.mounted(path));
        let inner = route.with_head();
        self.scope = self.scope.take().map(|scope| scope.route(path, inner));
        self
    }

    /// Registers a handler with a route attribute, for the methods that it names: `HEAD` too, if it is to
    /// answer it.
    pub fn service(
        &mut self,
        service: impl crate::routes::Gated + HttpServiceFactory + 'static,
    ) -> &mut Self {
        self.mounted.extend(service.mounted());
        self.scope = self.scope.take().map(|scope| scope.service(service));
        self
    }
}

impl fmt::Debug for PageRoutes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PageRoutes")
    }
}
