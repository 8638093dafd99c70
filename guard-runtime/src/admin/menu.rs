//! The menu: exactly what the caller may open.

use futures_core::future::LocalBoxFuture;
use serde::Serialize;

use super::ask::{may, once};
use super::entry::Part;
use super::gates::{Side, demanded};
use super::state::State;
use super::tree::Branch;
use super::{Action, Node, NodeKind};
use crate::denied::Denied;
use crate::env::Env;
use crate::gate;
use actix_web::ResponseError;

/// A part of the menu: a page that may be opened, or what holds such pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = AdminMenuItem))]
#[non_exhaustive]
pub struct MenuItem {
    /// What it is called.
    pub title: &'static str,
    /// What its doc comment says; absent if it has none.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub description: &'static str,
    /// What it is.
    pub kind: NodeKind,
    /// Its place in the tree: `sales.invoices`.
    pub key: String,
    /// Where it leads; nothing for what only holds pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    pub href: Option<String>,
    /// What stands under it, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    pub items: Vec<Self>,
}

/// What the env may open of a site.
///
/// # Errors
///
/// What cannot be decided, as when something that is asked does not answer. A refusal is none: it leaves
/// the page out.
pub(super) async fn menu(state: &State, env: &Env) -> Result<Vec<MenuItem>, Denied> {
    once(env, below(state, env, &state.tree.root)).await
}

fn below<'a>(
    state: &'a State,
    env: &'a Env,
    branch: &'a Branch,
) -> LocalBoxFuture<'a, Result<Vec<MenuItem>, Denied>> {
    Box::pin(async move {
        let mut items = Vec::new();
        for branch in &branch.branches {
            let node = branch.node;
            let held = below(state, env, branch).await?;
            // A page may hold nothing; what holds pages is shown if one of them is.
            let is_shown = if node.kind().is_page() {
                may_open(env, node, branch.part).await?
            } else {
                !held.is_empty()
            };
            if is_shown {
                items.push(item(state, node, branch.part, held));
            }
        }
        Ok(items)
    })
}

/// Whether a page may be opened. What fails is no refusal: a menu that lacks a page because a database
/// is down would be a wrong answer.
pub(super) async fn may_open(env: &Env, node: &'static Node, part: Part) -> Result<bool, Denied> {
    let pages = match part {
        Part::Model(object) => object.shown().pages,
        _ => &[],
    };
    let passed = gate::check(demanded(node, Side::Pages, pages), env);
    let answer = match passed {
        Ok(()) => may(env, node, Action::Open).await,
        refused => refused,
    };
    match answer {
        Ok(()) => Ok(true),
        Err(denied) if denied.status_code().is_client_error() => Ok(false),
        Err(failed) => Err(failed),
    }
}

fn item(state: &State, node: &'static Node, part: Part, items: Vec<MenuItem>) -> MenuItem {
    let href = match part {
        Part::Holder => None,
        Part::Link(to) => Some(to.to_owned()),
        _ => Some(format!("{}{}", state.path, node.path())),
    };
    MenuItem {
        title: node.title(),
        description: node.description(),
        kind: node.kind(),
        key: node.key(),
        href,
        items,
    }
}

impl MenuItem {
    /// Whether it is this page, or holds it.
    pub(super) fn leads_to(&self, key: &str) -> bool {
        self.key == key || self.items.iter().any(|it| it.leads_to(key))
    }
}
