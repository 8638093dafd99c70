//! A site as a service: all of its routes.

use std::sync::Arc;

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::middleware::from_fn;
use actix_web::{HttpRequest, HttpResponse, web};

use super::gates::Side;
use super::state::{Served, State};
use super::{Admin, Site, json, menu, own, pages, pass};
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
        let mut site = web::scope(self.state.path).route("/api/menu", web::get().to(menu));
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
        // Everything here is one user's business, and nothing comes from elsewhere.
        site.wrap(headers()).register(config);
    }
}

/// The routes of a page, below its path.
pub(super) fn routes(page: &Served, side: Side) -> Vec<(&'static str, &'static str)> {
    match side {
        Side::Crud => json::routes(page)
            .into_iter()
            .map(|it| (it.0, it.1))
            .collect(),
        Side::Pages => pages::routes(page)
            .into_iter()
            .map(|it| (it.0, it.1))
            .collect(),
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
        mounted.push(Mounted::page(
            S::NODE.title(),
            menu,
            "GET",
            self.gate_of_menu(),
        ));
        for (page, side) in self.served() {
            let path = join(prefix, &page.path(side));
            let (title, gate) = (page.node.title(), page.gate(side));
            if side == Side::Pages {
                let routes = own::mounted(&page).into_iter();
                mounted.extend(routes.map(|it| it.below(&path, &[gate])));
            }
            let routes = routes(&page, side).into_iter();
            mounted.extend(
                routes
                    .map(|(method, below)| Mounted::page(title, join(&path, below), method, gate)),
            );
        }
        mounted
    }
}
