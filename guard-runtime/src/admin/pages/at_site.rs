//! What the site itself answers, beside its pages.

use std::sync::Arc;

use actix_web::web::{self, Payload};
use actix_web::{HttpRequest, HttpResponse, Scope};

use super::files::{SCRIPT_PATH, STYLE_PATH};
use super::stop::Stop;
use super::visit::{Visit, wants_page};
use super::{Later, files, home, refusal, sign_in, view_as};
use crate::admin::method;
use crate::admin::state::State;
use crate::denied::Denied;
use crate::gate::{self, Requirement, registry};
use crate::routes::{Mounted, join};

/// What answers a route of the site.
type Handle = fn(Arc<State>, HttpRequest, Payload) -> Later;

struct Route {
    method: &'static str,
    path: &'static str,
    gate: &'static Requirement,
    handle: Handle,
}

const NO_AUTH: &Requirement = &Requirement::NoAuth;
const PUBLIC: &Requirement = &Requirement::Public;
const SIGNED_IN: &Requirement = &Requirement::SignedIn;

/// `menu` is the gate before what the menu shows.
fn routes(state: &State, menu: &'static Requirement) -> Vec<Route> {
    let route = |method, path, gate, handle| Route {
        method,
        path,
        gate,
        handle,
    };
    let mut routes = vec![
        route("GET", "", menu, show_home),
        route("GET", "/menu", menu, show_menu),
        route("GET", STYLE_PATH, NO_AUTH, |_, _, _| {
            Box::pin(async { Ok(files::style()) })
        }),
        route("GET", SCRIPT_PATH, NO_AUTH, |_, _, _| {
            Box::pin(async { Ok(files::script()) })
        }),
    ];
    if state.sign_in.is_some() {
        routes.push(route("GET", "/sign-in", NO_AUTH, sign_in::show));
        routes.push(route("POST", "/sign-in", NO_AUTH, sign_in::enter));
        routes.push(route("POST", "/sign-out", PUBLIC, sign_in::leave));
    }
    if view_as::is_offered(state) {
        routes.push(route("POST", view_as::END_PATH, SIGNED_IN, view_as::end));
    }
    routes
}

/// Adds them to the scope of the site. What no path matches is 404, whoever asks.
pub(in crate::admin) fn register(
    state: &Arc<State>,
    menu: &'static Requirement,
    scope: Scope,
) -> Scope {
    let routes = routes(state, menu).into_iter();
    let scope = routes.fold(scope, |scope, route| {
        let state = Arc::clone(state);
        let (gate, handle) = (route.gate, route.handle);
        let method = method::route(route.method);
        let handler =
            move |request, payload| answer(Arc::clone(&state), gate, handle, request, payload);
        scope.route(route.path, method.to(handler))
    });
    let state = Arc::clone(state);
    scope.default_service(web::to(move |request| nowhere(Arc::clone(&state), request)))
}

async fn answer(
    state: Arc<State>,
    gate: &'static Requirement,
    handle: Handle,
    request: HttpRequest,
    payload: Payload,
) -> HttpResponse {
    let outcome = match gate::pass(&request, gate).await {
        Ok(()) => handle(Arc::clone(&state), request.clone(), payload).await,
        Err(denied) => Err(denied.into()),
    };
    match outcome {
        Ok(answer) => answer,
        Err(stop) => refusal::page(&state, None, &request, stop).await,
    }
}

async fn nowhere(state: Arc<State>, request: HttpRequest) -> HttpResponse {
    if !wants_page(&request) {
        return HttpResponse::NotFound().finish();
    }
    let passed = gate::pass(&request, NO_AUTH).await;
    let denied = passed.err().unwrap_or_else(Denied::not_found);
    refusal::page(&state, None, &request, Stop::from(denied)).await
}

fn show_home(state: Arc<State>, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let visit = Visit::new(&state, None, &request).await;
        home::show(visit, request.query_string()).await
    })
}

fn show_menu(state: Arc<State>, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move { home::fragment(Visit::new(&state, None, &request).await).await })
}

/// What is known of them, for the documentation.
pub(in crate::admin) fn mounted(state: &State, menu: &'static Requirement) -> Vec<Mounted> {
    let routes = routes(state, menu).into_iter();
    let title = state.site().title();
    let mounted =
        routes.map(|it| Mounted::page(title, join(state.path, it.path), it.method, it.gate));
    mounted.collect()
}

/// Puts the gates of those at these paths into the registry of gates.
pub(in crate::admin) fn note(
    state: &State,
    menu: &'static Requirement,
    is_meant: impl Fn(&str) -> bool,
) {
    let site = state.site();
    let routes = routes(state, menu).into_iter();
    let routes = routes.filter(|it| is_meant(it.path)).collect::<Vec<_>>();
    for gate in [menu, NO_AUTH, PUBLIC, SIGNED_IN] {
        let behind = routes.iter().filter(|it| it.gate == gate);
        let behind = behind.map(|it| (it.method, join(state.path, it.path)));
        let behind = behind.collect::<Vec<_>>();
        if !behind.is_empty() {
            registry::note_page(site.title(), site.module(), site.place(), gate, &behind);
        }
    }
}
