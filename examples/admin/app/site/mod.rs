//! The site: three apps, and what all of them share.

pub(crate) mod access;
pub(crate) mod administration;
pub(crate) mod catalogue;
pub(crate) mod dashboard;
pub(crate) mod sales;

use guard_runtime::admin::{
    Action, LinkPage, Node, Permission, Site, admin_site, ask_parent, link_page,
};
use guard_runtime::{Denied, Env};

use super::permissions::scopes::office;
use crate::groups;

/// Sales, catalogue and accounts of the Tidewater companies.
#[admin_site(path = "/admin", title = "Tidewater")]
pub(crate) struct Office;

impl Site for Office {
    async fn has_page_permission(env: &Env, page: &'static Node, action: Action) -> Permission {
        let reads = matches!(
            action,
            Action::Open | Action::List | Action::Filter | Action::Read
        );
        // Said once and true of every page, whatever the rules of its model let internal users do.
        if env.in_group(groups::auditor) && !reads {
            return Err(Denied::forbidden());
        }
        // Whoever signs in has both; a personal access token what it was made for.
        env.require(office::records::GET)?;
        if !reads {
            env.require(office::records::UPDATE)?;
        }
        ask_parent::<Self>(env, page, action).await
    }
}

/// Your own tokens: for programs that work here in your place.
#[link_page(under = Office, to = "/admin/tokens", title = "My access tokens", order = 35)]
struct MyTokens;

impl LinkPage for MyTokens {}

/// The shop that customers see.
#[link_page(under = Office, to = "https://tidewater.example", title = "Our shop", order = 40)]
struct Shop;

impl LinkPage for Shop {}
