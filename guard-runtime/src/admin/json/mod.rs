//! Pages for programs: records, forms and actions as JSON.

mod body;
mod form;
mod records;
mod route;
mod sets;
mod shown;

pub(super) use body::MOST;
#[cfg(feature = "openapi")]
pub(super) use route::Route;
pub(super) use route::routes;

use actix_web::{HttpResponse, Scope};
use futures_core::future::LocalBoxFuture;

use super::asked::{self, Asked, key};
use super::method;
use super::objects::PageError;
use super::state::Served;

/// Adds its routes to the scope of the page.
pub(super) fn register(page: &Served, scope: Scope) -> Scope {
    let routes = routes(page).into_iter();
    routes.fold(scope, |scope, it| {
        let (page, route) = (page.clone(), method::route(it.method()));
        let route = route.to(move |request, payload| it.answer(page.clone(), request, payload));
        scope.route(&it.path(), route)
    })
}

/// Turns what went wrong into its answer.
fn answered(
    work: impl Future<Output = Result<HttpResponse, PageError>> + 'static,
) -> LocalBoxFuture<'static, HttpResponse> {
    Box::pin(async { work.await.unwrap_or_else(|error| error.response()) })
}
