//! Permissions as routing guards.

use actix_web::web::{self, ServiceConfig};
use actix_web::{App, test};
use guard_runtime::{Gate, Require, allows_public, any, requires_scope};

use crate::app::get;
use crate::declared::scopes;
use crate::events;
use crate::people::{People, builder};
use crate::support::token;

fn either() -> Gate<impl Require> {
    any((
        requires_scope(scopes::admin::tools::GET),
        requires_scope(scopes::project::root::GET),
    ))
}

fn configure(config: &mut ServiceConfig) {
    let tools = requires_scope(scopes::admin::tools::GET);
    let route = |name: &'static str| allows_public().handler(move || async move { name });
    let guarded = web::resource("/tools")
        .route(web::get().guard(tools).to(route("tools")))
        .route(web::get().to(route("none")));
    let of_project = web::resource("/projects/{project_id}")
        .route(web::get().guard(either()).to(route("member")))
        .route(web::get().to(route("none")));
    config.service(guarded).service(of_project);
}

#[actix_web::test]
async fn the_router_knows_no_project_and_says_so() {
    events::record();
    let access = builder(&People::default()).authenticate_before_routing(true);
    let access = access.build().expect("complete");
    let app = test::init_service(App::new().wrap(access).configure(configure)).await;
    for (user, path, name, says) in [
        ("admin", "/tools", "tools", false),
        ("portal", "/tools", "none", false),
        ("portal", "/projects/1", "none", true),
        ("admin", "/projects/1", "none", true),
    ] {
        assert_eq!(get!(app, path, Some(&token(user))).2, name, "{user} {path}");
        let said = events::refusals();
        assert_eq!(!said.is_empty(), says, "{user} {path}: {said:?}");
    }
}
