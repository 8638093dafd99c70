//! Administration sites: a tree of site, apps, pages and actions, each obeying one question.

pub mod access;
mod action;
mod ask;
mod asked;
mod done;
mod entry;
mod field;
mod filter_term;
mod form;
mod form_page;
mod gates;
mod json;
mod levels;
mod list_error;
mod list_request;
mod managed;
mod menu;
mod method;
mod missing;
mod mistakes;
mod model;
mod model_page;
mod money;
mod node;
mod node_kind;
mod objects;
#[cfg(feature = "openapi")]
mod openapi;
mod other;
mod own;
mod page_action;
mod page_error;
mod pages;
mod parts;
mod pass;
mod problem;
mod reference;
mod routes;
mod serve;
mod shown;
mod shows;
mod site;
mod state;
mod tree;
mod tree_error;

use crate::denied::Denied;

pub use action::Action;
pub use ask::ask_parent;
pub use guard_macros::{
    access_page, admin_app, admin_site, form_page, link_page, model_page, page_action, page_group,
    plain_page,
};

pub use done::{Content, Done, RunError};
pub use filter_term::{FilterOp, FilterTerm};
pub use form::{FormField, Input};
pub use form_page::{AccessPage, Form, FormPage, LinkPage, PlainPage};
pub use levels::{App, PageGroup, Site};
pub use list_error::ListError;
pub use list_request::{ListRequest, MOST_PER_PAGE};
pub use managed::{DeclaredModelPage, Managed};
pub use menu::MenuItem;
pub use mistakes::Mistakes;
pub use model_page::ModelPage;
pub use money::{Money, WholeAmount};
pub use node::{Declared, HoldsApps, HoldsPages, Node};
pub use node_kind::NodeKind;
pub use page_action::{ActionKey, ActionWords, DeclaredAction, PageAction, Target};
pub use pages::{Access, Accounts, SignIn};
pub use reference::Reference;
pub use routes::PageRoutes;
pub use shown::Shown;
pub use site::Admin;
pub use tree_error::TreeError;

/// Whether something may be done: nothing, or the refusal.
pub type Permission = Result<(), Denied>;

/// What the attributes' code calls.
#[doc(hidden)]
pub mod generated {
    pub use super::entry::Entry;
    pub use super::missing::{Entity as NoModel, Page as NoPage};
    pub use super::money::amount;
    pub use super::node::Words;
    pub use super::parts::{
        CLOSED, ModelOf, NOBODY, NOTHING, Parts, above, access_page, action, app, form_page, group,
        link, model_page, plain_page, site, site_above,
    };
    pub use super::reference::{Refers, refers};
    pub use super::shows::Shows;
}
