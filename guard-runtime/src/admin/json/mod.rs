//! Pages for programs: records, forms and actions as JSON.

mod body;
mod form;
mod records;
mod sets;
mod shown;

pub(super) use body::MOST;

use actix_web::web::{self, Payload};
use actix_web::{HttpRequest, HttpResponse, Scope};
use futures_core::future::LocalBoxFuture;

use super::asked::{self, Asked, key};
use super::entry::Part;
use super::objects::PageError;
use super::state::Served;

/// A route, and what answers it.
type Handle = fn(Served, HttpRequest, Payload) -> LocalBoxFuture<'static, HttpResponse>;

/// The routes of a page for programs, below its path; the page's gates are around them.
pub(super) fn routes(page: &Served) -> Vec<(&'static str, &'static str, Handle)> {
    let mut routes = Vec::<(&str, &str, Handle)>::new();
    match page.part {
        Part::Model(_) => {
            // Before those of one record, which may be called anything.
            sets::add(page, &mut routes);
            records::add(page, &mut routes);
        }
        Part::Form(_) => form::add(&mut routes),
        Part::Plain(_) | Part::Link(_) | Part::Access(_) | Part::Holder | Part::Action(..) => {}
    }
    routes
}

/// Adds them to the scope of the page.
pub(super) fn register(page: &Served, scope: Scope) -> Scope {
    let routes = routes(page).into_iter();
    routes.fold(scope, |scope, (method, path, handle)| {
        let page = page.clone();
        let route = match method {
            "POST" => web::post(),
            "PATCH" => web::patch(),
            "DELETE" => web::delete(),
            _ => web::get(),
        };
        let route = route.to(move |request, payload| handle(page.clone(), request, payload));
        scope.route(path, route)
    })
}

/// Turns what went wrong into its answer.
fn answered(
    work: impl Future<Output = Result<HttpResponse, PageError>> + 'static,
) -> LocalBoxFuture<'static, HttpResponse> {
    Box::pin(async { work.await.unwrap_or_else(|error| error.response()) })
}
