//! A site with a page of each kind, and what it speaks of.

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use futures::stream;
use guard_runtime::admin::{
    AccessPage, Action, Content, Node, PageRoutes, Permission, PlainPage, RunError, Site,
    access_page, admin_site, ask_parent, plain_page,
};
use guard_runtime::records::GuardedDb;
use guard_runtime::{Denied, Env, EnvError, env_ctx, requires_group, requires_scope};

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

macro_rules! changed_by_others {
    ($($(#[$attribute:meta])* $name:ident)*) => {$(
        /// What one may know.
        #[requires_group(auditor)]
        $(#[$attribute])*
        pub struct $name;

        impl AccessPage for $name {
            async fn has_page_permission(
                env: &Env,
                page: &'static Node,
                action: Action,
            ) -> Permission {
                match action {
                    Action::Update | Action::Custom("view_as") if env.user().name() == "Una" => {
                        Err(Denied::forbidden())
                    }
                    _ => ask_parent::<Self>(env, page, action).await,
                }
            }
        }
    )*};
}

changed_by_others! {
    #[access_page(under = Office, shows = users)]
    Users
    #[access_page(under = Office, shows = projects)]
    Projects
    #[access_page(under = Office, shows = tokens)]
    Tokens
}

/// What is told while it is sent.
#[requires_group(manager)]
#[plain_page(under = Office)]
pub struct Told;

impl PlainPage for Told {
    async fn show(_: &Env, _: &GuardedDb) -> Result<Content, RunError> {
        Ok(Content::text("See the stream"))
    }

    fn routes(routes: &mut PageRoutes<'_>) {
        routes.service(sent);
    }
}

/// Who one is, as it is known when the body is sent.
#[guard_runtime::requires_user]
#[actix_web::get("/stream")]
pub async fn sent() -> HttpResponse {
    let sent = stream::once(async {
        let uid = env_ctx::get().map(|env| env.uid().to_string());
        Ok::<_, EnvError>(Bytes::from(uid?))
    });
    HttpResponse::Ok().streaming(sent)
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

#[requires_scope(project.pages = UPDATE)]
#[actix_web::put("/projects/{project_id}/pages")]
pub async fn project_pages() -> &'static str {
    "pages"
}

#[guard_runtime::allows_public]
#[actix_web::get("/catalogue")]
pub async fn catalogue() -> &'static str {
    "catalogue"
}
