//! A site as a service: all of its routes.

use std::sync::Arc;

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::middleware::from_fn;
use actix_web::{HttpRequest, HttpResponse, web};

use super::gates::{Behind, Side};
use super::state::{Served, State};
use super::{Admin, Site, json, menu, method, own, pages, pass};
use crate::denied::Denied;
use crate::env::env_ctx;
use crate::gate::{self, Requirement};
use crate::pages::headers;
use crate::routes::{Gated, Mounted, join};

impl<S: Site> HttpServiceFactory for Admin<S> {
    fn register(self, config: &mut AppService) {
        let gate = self.gate_of_menu();
        let state = Arc::clone(&self.state);
        let menu = move |request: HttpRequest| show_menu(Arc::clone(&state), gate, request);
        let mut site =
            web::scope(self.state.path).route("/api/menu", method::route("GET").to(menu));
        for (page, side) in self.served() {
            let (node, gate) = (page.node, page.gate(side));
            let scope = web::scope(&page.path(side));
            site = match side {
                Side::Crud => {
                    let guard =
                        from_fn(move |request, next| pass::guard(node, gate, request, next));
                    site.service(json::register(&page, scope).wrap(guard))
                }
                Side::Pages => {
                    // A route of the page's own stands before the record that may be called so.
                    let scope = pages::register(&page, own::register(&page, scope));
                    let guard =
                        move |request, next| pages::guard(page.clone(), gate, request, next);
                    site.service(scope.wrap(from_fn(guard)))
                }
            };
        }
        let site = pages::register_at_site(&self.state, gate, site);
        let state = Arc::clone(&self.state);
        let viewed_as = move |request, next| pages::viewed_as(Arc::clone(&state), request, next);
        // Everything here is one user's business, and nothing comes from elsewhere.
        site.wrap(from_fn(viewed_as))
            .wrap(headers())
            .register(config);
    }
}

/// The routes of a page for one side.
pub(super) fn routes(page: &Served, side: Side) -> Vec<Behind> {
    let path = join(page.state.path, &page.path(side));
    let behind = |method, below: &str, gate| Behind {
        method,
        path: join(&path, below),
        gate,
    };
    match side {
        Side::Crud => {
            let routes = json::routes(page).into_iter();
            let routes = routes.map(|it| behind(it.method(), &it.path(), it.gate(page)));
            routes.collect()
        }
        Side::Pages => {
            let (routes, gate) = (pages::routes(page).into_iter(), page.gate(side));
            let routes = routes.map(|(method, below, _)| behind(method, below, gate));
            routes.collect()
        }
    }
}

async fn show_menu(
    state: Arc<State>,
    gate: &'static Requirement,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    gate::pass(&request, gate).await?;
    let env = env_ctx::get()?;
    let items = menu::menu(&state, &env).await?;
    Ok(HttpResponse::Ok().json(serde_json::json!({ "items": items })))
}

#[diagnostic::do_not_recommend]
impl<S: Site> Gated for Admin<S> {
    fn mounted(&self) -> Vec<Mounted> {
        let mut mounted = pages::mounted_at_site(&self.state, self.gate_of_menu());
        let prefix = self.state.path;
        let menu = join(prefix, "/api/menu");
        let menu = Mounted::page(S::NODE.title(), menu, "GET", self.gate_of_menu());
        mounted.push(menu.for_programs());
        for (page, side) in self.served() {
            let title = page.node.title();
            if side == Side::Pages {
                let path = join(prefix, &page.path(side));
                let own = own::mounted(&page).into_iter();
                mounted.extend(own.map(|it| it.below(&path, &[page.gate(side)])));
            }
            let routes = routes(&page, side).into_iter();
            mounted.extend(routes.map(|it| {
                let route = Mounted::page(title, it.path, it.method, it.gate);
                match side {
                    Side::Crud => route.for_programs(),
                    Side::Pages => route,
                }
            }));
        }
        mounted
    }
}
