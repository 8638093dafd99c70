//! Routes that a page adds by itself.

use actix_web::Scope;

use super::PageRoutes;
use super::entry::Part;
use super::state::Served;
use crate::routes::Mounted;

/// Adds them to the scope of the page, whose gates are around them.
pub(super) fn register(page: &Served, scope: Scope) -> Scope {
    let mut mounted = Vec::new();
    let mut routes = PageRoutes {
        scope: Some(scope),
        mounted: &mut mounted,
    };
    add(page, &mut routes);
    // There is one: it is only ever taken to be put back.
    routes.scope.unwrap_or_else(|| Scope::new(""))
}

/// What is known of them, for the documentation.
pub(super) fn mounted(page: &Served) -> Vec<Mounted> {
    let mut mounted = Vec::new();
    let mut routes = PageRoutes {
        scope: None,
        mounted: &mut mounted,
    };
    add(page, &mut routes);
    mounted
}

fn add(page: &Served, routes: &mut PageRoutes<'_>) {
    match page.part {
        Part::Model(object) => object.routes(routes),
        Part::Plain(object) => object.routes(routes),
        Part::Form(_) | Part::Link(_) | Part::Access(_) | Part::Holder | Part::Action(..) => {}
    }
}
