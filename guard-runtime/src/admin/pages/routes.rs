//! The routes of a page, below its path; its gates are around them.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse, Scope};

use super::{Handle, access, action, form_page, list, plain, records, refusal};
use crate::admin::entry::Part;
use crate::admin::state::Served;
use crate::admin::{Action, method};

pub(in crate::admin) fn routes(page: &Served) -> Vec<(&'static str, &'static str, Handle)> {
    match page.part {
        Part::Model(_) => of_records(page),
        Part::Form(_) => vec![
            ("GET", "", form_page::show),
            ("POST", "", form_page::submit),
        ],
        Part::Plain(_) => vec![("GET", "", plain::show)],
        Part::Access(shows) => access::routes(shows),
        Part::Link(_) | Part::Holder | Part::Action(..) => Vec::new(),
    }
}

fn of_records(page: &Served) -> Vec<(&'static str, &'static str, Handle)> {
    use records::{create, delete, many, one, update};
    let all: [(Action, &str, &str, Handle); 9] = [
        (Action::Create, "GET", "/new", create::form),
        (Action::Create, "POST", "/new", create::submit),
        (Action::Update, "GET", "/update", many::form),
        (Action::Update, "POST", "/update", many::update),
        (Action::Delete, "POST", "/delete", delete::many),
        (Action::Read, "GET", "/{key}", one::show),
        (Action::Update, "GET", "/{key}/edit", update::form),
        (Action::Update, "POST", "/{key}/edit", update::submit),
        (Action::Delete, "POST", "/{key}/delete", delete::one),
    ];
    // A page that lists nothing has its buttons there.
    let mut routes = vec![("GET", "", list::show as Handle)];
    // Before the record that may be called so.
    if !page.actions.is_empty() {
        routes.push(("GET", "/actions/{action}", action::form));
        routes.push(("POST", "/actions/{action}", action::run));
    }
    let offered = all.into_iter().filter(|(action, ..)| page.offers(*action));
    routes.extend(offered.map(|(_, method, path, handle)| (method, path, handle)));
    routes
}

/// Adds them to the scope of the page.
pub(in crate::admin) fn register(page: &Served, scope: Scope) -> Scope {
    let routes = routes(page).into_iter();
    routes.fold(scope, |scope, (method, path, handle)| {
        let page = page.clone();
        let route = method::route(method)
            .to(move |request, payload| answer(page.clone(), handle, request, payload));
        scope.route(path, route)
    })
}

async fn answer(
    page: Served,
    handle: Handle,
    request: HttpRequest,
    payload: Payload,
) -> HttpResponse {
    match handle(page.clone(), request.clone(), payload).await {
        Ok(answer) => answer,
        Err(stop) => refusal::page(&page.state, Some(page.node), &request, stop).await,
    }
}
