//! One request to the pages: who asks, and what all of its answers show.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::header::ACCEPT;

use crate::access::Caller;
use crate::admin::state::State;
use crate::admin::{MenuItem, Node, menu};
use crate::env::{Env, current_slot, env_ctx};
use crate::pages::proof;

/// One request to the pages.
pub(super) struct Visit {
    pub(super) state: Arc<State>,
    /// The page, if it is one.
    pub(super) here: Option<&'static Node>,
    /// Who asks, as far as that is known.
    pub(super) env: Option<Env>,
    /// What they may open. Empty if that cannot be said: no page is kept back for the sake of its menu.
    pub(super) menu: Vec<MenuItem>,
    /// What changes have to be sent with.
    pub(super) proof: Option<String>,
    /// What was asked for: the path and the query.
    pub(super) asked: String,
}

impl Visit {
    pub(super) async fn new(
        state: &Arc<State>,
        here: Option<&'static Node>,
        request: &HttpRequest,
    ) -> Self {
        let env = who();
        let menu = match &env {
            // A gate may have refused: then the env is in force for the menu alone.
            Some(env) => env_ctx::scope(env.clone(), menu::menu(state, env)).await,
            None => Ok(Vec::new()),
        };
        Self {
            env,
            menu: menu.unwrap_or_default(),
            ..Self::bare(state, here, request)
        }
    }

    /// Whether the menu leads to this page.
    pub(super) fn may_open(&self, node: &'static Node) -> bool {
        self.menu.iter().any(|it| it.leads_to(&node.key()))
    }

    /// Whether it is the first page of the site.
    pub(super) fn is_home(&self) -> bool {
        self.asked.split('?').next() == Some(self.state.path)
    }

    /// Without a menu, and without a question about who asks.
    pub(super) fn bare(
        state: &Arc<State>,
        here: Option<&'static Node>,
        request: &HttpRequest,
    ) -> Self {
        let asked = request.uri().path_and_query();
        Self {
            state: Arc::clone(state),
            here,
            env: None,
            menu: Vec::new(),
            proof: proof(request.headers()),
            asked: asked.map(ToString::to_string).unwrap_or_default(),
        }
    }
}

/// Who asks: also one whom a gate has refused.
fn who() -> Option<Env> {
    if let Ok(env) = env_ctx::get() {
        return Some(env);
    }
    match current_slot()?.caller()? {
        Caller::Known(env) => Some(env.clone()),
        Caller::Anonymous | Caller::Refused(_) => None,
    }
}

/// Whether a page is what the request is answered with best.
pub(super) fn wants_page(request: &HttpRequest) -> bool {
    let mut accepted = request.headers().get_all(ACCEPT);
    accepted.any(|it| it.to_str().is_ok_and(|it| it.contains("text/html")))
}
