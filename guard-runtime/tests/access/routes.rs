//! Every endpoint, and what opens it.

use actix_web::{get, post};
use guard_runtime::admin::access::{OpenTo, RouteRow, registered, routes as all_routes};
use guard_runtime::routes::{self, Routes};
use guard_runtime::{
    allows_public, no_auth, requires_group, requires_internal, requires_role, requires_scope,
};

use crate::world::groups;

#[no_auth]
#[get("/health")]
async fn health() -> &'static str {
    ""
}

#[allows_public]
#[get("/shop")]
async fn shop() -> &'static str {
    ""
}

#[requires_scope]
#[get("/me")]
async fn me() -> &'static str {
    ""
}

#[requires_internal]
#[requires_scope(admin.users = UPDATE)]
#[post("/users/=cmd,\"x\"")]
async fn change_user() -> &'static str {
    ""
}

#[requires_scope(project.root = GET)]
#[get("/projects/{project_id}")]
async fn project() -> &'static str {
    ""
}

#[requires_group(any(director, all(sales_user, partner)))]
#[get("/report")]
async fn report() -> &'static str {
    ""
}

#[requires_role(bearer)]
#[get("/bearer")]
async fn bearer() -> &'static str {
    ""
}

/// Registered by hand, without a path of its own.
#[requires_internal]
async fn settings() -> &'static str {
    ""
}

fn register(routes: &mut Routes<'_>) {
    routes
        .service(health)
        .service(shop)
        .service(me)
        .service(
            routes::scope("/api")
                .service(change_user)
                .service(project)
                .route("/settings", routes::get().to(settings))
                .gate(requires_group(groups::sales_user)),
        )
        .service(report)
        .service(bearer);
}

pub(crate) fn known() -> Vec<RouteRow> {
    let all = all_routes(&registered(register));
    all.into_iter()
        .filter(|it| it.handler.contains("::routes::"))
        .collect()
}

#[test]
fn what_is_open_stands_first_and_scopes_are_known() {
    let rows = known();
    let text = |it: &RouteRow| {
        format!(
            "{} {} {} {}",
            it.open_to.name(),
            it.method,
            it.path,
            it.gate
        )
    };
    assert_eq!(
        rows.iter().map(text).collect::<Vec<_>>(),
        [
            "anybody GET /health no_auth",
            "public GET /shop public",
            "users GET /api/projects/{project_id} all(group:sales_user, project.root:GET)",
            "users GET /api/settings all(group:sales_user, internal)",
            "users POST /api/users/=cmd,\"x\" all(group:sales_user, all(internal, admin.users:UPDATE))",
            "users GET /bearer role:bearer",
            "users GET /me signed_in",
            "users GET /report any(group:director, all(group:sales_user, group:partner))",
        ]
    );
    assert_eq!(rows[0].open_to, OpenTo::Anybody);
    assert!(
        rows.iter()
            .all(|it| it.location.contains("tests/access/routes.rs:"))
    );
}

#[test]
fn without_registration_paths_have_no_prefix() {
    let rows = all_routes(&[]);
    let mine = rows
        .iter()
        .filter(|it| it.handler.ends_with("routes::change_user"));
    let paths = mine.map(|it| (it.path.as_str(), it.gate.as_str()));
    let expected = ("/users/=cmd,\"x\"", "all(internal, admin.users:UPDATE)");
    assert_eq!(paths.collect::<Vec<_>>(), [expected]);
    let bare = rows
        .iter()
        .find(|it| it.handler.ends_with("routes::settings"));
    assert_eq!(bare.unwrap().path, "");
}

#[test]
fn the_export_runs_nothing() {
    let csv = RouteRow::to_csv(&known());
    assert!(csv.contains("\"/api/users/=cmd,\"\"x\"\"\""), "{csv}");
    assert_eq!(csv.lines().count(), known().len() + 1);
}
