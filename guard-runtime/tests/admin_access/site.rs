//! A site with a page of each kind, and what it speaks of.

use guard_runtime::admin::{
    AccessPage, Action, Node, Permission, Site, access_page, admin_site, ask_parent,
};
use guard_runtime::{Denied, Env, requires_group, requires_scope};

/// Where we work.
#[guard_runtime::requires_user]
#[admin_site(path = "/admin", title = "The office")]
pub struct Office;

impl Site for Office {}

macro_rules! pages {
    ($($(#[$attribute:meta])* $name:ident)*) => {$(
        /// What one may know.
        #[requires_group(auditor)]
        $(#[$attribute])*
        pub struct $name;

        impl AccessPage for $name {}
    )*};
}

pages! {
    #[access_page(under = Office, shows = matrix)]
    Matrix
    #[access_page(under = Office, shows = explain)]
    Explain
    #[access_page(under = Office, shows = routes)]
    Routes
    #[access_page(under = Office, shows = who_can)]
    WhoCan
    #[access_page(under = Office, shows = changes)]
    Changes
}

/// What one may know.
#[requires_group(auditor)]
#[access_page(under = Office, shows = users)]
pub struct Users;

impl AccessPage for Users {
    async fn has_page_permission(env: &Env, page: &'static Node, action: Action) -> Permission {
        match action {
            Action::Update if env.user().name() == "Una" => Err(Denied::forbidden()),
            _ => ask_parent::<Self>(env, page, action).await,
        }
    }
}

/// What they owe.
#[guard_runtime::model_access(
    table = "invoice",
    grant(manager, CRUD),
    grant(seller, RU, where owner_id == env.uid && status != "<script>"),
    restrict(D, !(status == "posted")),
    read(manager, cost),
    filled(cost),
)]
pub struct Invoice {
    pub owner_id: i64,
    pub status: String,
    pub cost: i64,
}

/// Words.
#[guard_runtime::model_access(table = "tag", grant(core_internal, R))]
pub struct Tag {}

#[requires_scope(admin.users = GET)]
#[actix_web::get("/users")]
pub async fn users() -> &'static str {
    "users"
}

#[guard_runtime::allows_public]
#[actix_web::get("/catalogue")]
pub async fn catalogue() -> &'static str {
    "catalogue"
}
