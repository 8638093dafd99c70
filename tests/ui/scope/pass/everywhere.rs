//! Permissions in every shape of gate and every place of a handler.
#![deny(warnings)]
#![allow(dead_code)]

use actix_web::{App, FromRequest, get, post, web};
use guard_runtime::{requires_group, requires_scope, requires_user};

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub mod scopes {
        /// Administration.
        admin {
            /// The global configuration. See and change it.
            configuration: GET | UPDATE,
            /// All projects.
            projects: GET | CREATE | UPDATE | DELETE,
            tools: UPDATE | GET,
            r#type: GET,
        }
        /// One project.
        project(project_id) inherits admin.projects {
            /// The project itself.
            root: GET | UPDATE | DELETE,
        }
        /// One team.
        team(team_id) inherits admin.projects + admin.tools {
            members: GET | CREATE | DELETE,
        }
        empty {}
    }
}

#[requires_scope]
#[get("/signed-in")]
async fn signed_in() -> &'static str {
    "signed in"
}

#[requires_scope()]
async fn signed_in_too() -> &'static str {
    "signed in"
}

#[requires_scope(admin.configuration = GET)]
#[get("/above")]
async fn above() -> &'static str {
    "above"
}

#[get("/below")]
#[requires_scope(admin.tools = [GET, UPDATE])]
async fn below() -> &'static str {
    "below"
}

#[requires_user]
#[requires_scope(admin.configuration = [UPDATE, GET,], admin.tools = GET,)]
#[post("/{project_id}")]
#[requires_scope(project.root = UPDATE)]
#[requires_group(core_internal)]
async fn stacked(id: web::Path<u32>) -> String {
    id.to_string()
}

#[requires_scope(
    any(admin.projects = GET, all(project.root = [GET, UPDATE], team.members = GET)),
    any(admin.tools = [GET, UPDATE], admin.tools = [GET]),
    admin.r#type = GET,
)]
async fn nested() -> &'static str {
    "nested"
}

#[requires_scope(admin . projects=GET,admin.configuration=[GET,UPDATE],project.root=GET,
    team.members=[GET,CREATE,DELETE],admin.tools=[GET,UPDATE],admin.r#projects=CREATE)]
async fn many() -> &'static str {
    "more than eight"
}

struct Handlers;

impl Handlers {
    #[requires_scope(project.root = GET)]
    async fn in_impl(id: web::Path<u32>) -> String {
        id.to_string()
    }
}

#[requires_scope(project.root = DELETE)]
async fn generic<T>(_: web::Data<T>) -> &'static str
where
    T: FromRequest + 'static,
{
    "generic"
}

macro_rules! handler {
    ($name:ident, $scope:ident . $resource:ident = $verb:ident) => {
        #[requires_scope($scope.$resource = $verb)]
        async fn $name() -> &'static str {
            "by macro"
        }
    };
    ($name:ident: $($gate:tt)*) => {
        #[requires_scope($($gate)*)]
        async fn $name() -> &'static str {
            "by macro"
        }
    };
    ($name:ident! $verb:expr) => {
        #[requires_scope(project.root = $verb)]
        async fn $name() -> &'static str {
            "by macro"
        }
    };
}
handler!(by_idents, project.root = GET);
handler!(by_tokens: any(project.root = GET, admin.tools = [GET]), scopes = crate::scopes);
handler!(by_expr! GET);

fn main() {
    drop(
        App::new()
            .service(signed_in)
            .service(above)
            .service(below)
            .service(stacked)
            .route("/1", web::get().to(signed_in_too))
            .route("/2", web::get().to(nested))
            .route("/3", web::get().to(many))
            .route("/4", web::get().to(Handlers::in_impl))
            .route("/5", web::get().to(generic::<String>))
            .route("/6", web::get().to(by_idents))
            .route("/7", web::get().to(by_tokens))
            .route("/8", web::get().to(by_expr)),
    );
    let schema = &scopes::SCHEMA;
    let read: scopes::admin::configuration::GET = scopes::admin::configuration::GET;
    assert_eq!(
        guard_runtime::Permission::from(read).to_string(),
        "admin.configuration:GET"
    );
    let last = guard_runtime::Permission::from(scopes::team::members::DELETE);
    assert_eq!(last.to_string(), "team.members:DELETE");
    assert_eq!(schema.permissions().count(), 15);
    for permission in schema.permissions() {
        assert_eq!(schema.parse(&permission.to_string()), Ok(permission));
    }
    let all = schema
        .permissions()
        .map(|it| it.to_string())
        .collect::<Vec<_>>();
    assert_eq!(
        all[6..9],
        ["admin.tools:GET", "admin.tools:UPDATE", "admin.type:GET"]
    );
    let titles = schema
        .entries()
        .iter()
        .map(|it| it.title)
        .collect::<Vec<_>>();
    assert_eq!(
        titles,
        ["Administration", "One project", "One team", "empty"]
    );
    let resource = &schema.entries()[0].resources[0];
    assert_eq!(resource.title, "The global configuration");
    assert_eq!(resource.description, "See and change it.");
    assert_eq!(schema.entries()[2].param, Some("team_id"));
}
