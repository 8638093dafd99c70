//! Permissions that gates around gates demand: all of them, the outermost first.

use actix_web::{App, test, web};
use guard_runtime::{Denied, Env, env_ctx, requires_scope};
use serde_json::{Value, json};

use crate::app::{app, configure, get, insufficient};
use crate::declared::scopes;
use crate::people::{People, builder, claiming};
use crate::support::token;

#[actix_web::test]
async fn gates_accumulate_in_the_challenge() {
    let access = builder(&People::default()).build().expect("complete");
    let app = test::init_service(
        App::new()
            .wrap(requires_scope(scopes::user::tokens::GET))
            .wrap(access)
            .configure(configure),
    )
    .await;
    let claims = |scope: &str| claiming("admin", &json!({ "scope": scope }));
    for (has, uri, scope) in [
        // Refused outside, nothing is said of what is inside.
        ("", "/admin/several", "user.tokens:GET"),
        ("admin.tools:GET", "/admin/several", "user.tokens:GET"),
        (
            "user.tokens:GET",
            "/admin/several",
            "user.tokens:GET admin.tools:GET",
        ),
        (
            "user.tokens:GET admin.tools:GET admin.configuration:GET",
            "/admin/several",
            "user.tokens:GET admin.tools:GET admin.configuration:UPDATE admin.configuration:GET",
        ),
        (
            "user.tokens:GET admin.tools:GET",
            "/admin/either",
            "user.tokens:GET admin.tools:GET admin.tools:UPDATE",
        ),
        (
            "user.tokens:GET",
            "/configuration",
            "user.tokens:GET admin.configuration:GET",
        ),
    ] {
        let (status, challenge, _) = get!(app, uri, Some(&claims(has)));
        assert_eq!(
            (status, challenge),
            (403, insufficient(scope)),
            "{has} at {uri}"
        );
    }
    let all = "user.tokens:GET admin.tools:GET admin.configuration:UPDATE admin.configuration:GET";
    assert_eq!(get!(app, "/admin/several", Some(&claims(all))).0, 200);
}

/// Asks with another env in force.
#[requires_scope(admin.configuration = GET)]
async fn elevated(env: Env) -> Result<&'static str, Denied> {
    let sudo = env.sudo("a test");
    let asks = async { env_ctx::get()?.require(scopes::admin::tools::GET) };
    env_ctx::scope(sudo, asks).await?;
    Ok("ran")
}

#[actix_web::test]
async fn gates_around_an_env_that_is_put_in_force_count() {
    let access = builder(&People::default()).build().expect("complete");
    let outer = requires_scope(scopes::user::tokens::GET);
    let app = App::new().wrap(outer).wrap(access);
    let app = test::init_service(app.route("/", web::get().to(elevated))).await;
    let claims = json!({ "scope": "user.tokens:GET admin.configuration:GET" });
    let (status, challenge, _) = get!(app, "/", Some(&claiming("admin", &claims)));
    let all = "user.tokens:GET admin.configuration:GET admin.tools:GET";
    assert_eq!((status, challenge), (403, insufficient(all)));
}

#[actix_web::test]
async fn gates_of_projects_accumulate_as_well() {
    let app = app!(builder(&People::default()));
    let (status, challenge, body) = get!(
        app,
        "/projects/1/within/delete_models",
        Some(&token("portal"))
    );
    let scope = "project.root:GET project.models:DELETE";
    assert_eq!((status, challenge), (403, insufficient(scope)));
    let problem: Value = serde_json::from_str(&body).expect("a problem");
    assert_eq!(problem["required"], json!(["project.models:DELETE"]));
    // Of a project that is not there, and of one that the user may not know of, nothing is said.
    let with = |id: &str| format!("/projects/{id}/within/delete_models");
    let (mut bodies, portal) = (Vec::new(), token("portal"));
    for id in ["3", "9"] {
        let (status, challenge, body) = get!(app, &with(id), Some(&portal));
        assert_eq!((status, challenge.as_str()), (404, ""));
        let mut problem: Value = serde_json::from_str(&body).expect("a problem");
        problem["request_id"].take();
        bodies.push(problem);
    }
    assert_eq!(bodies[0], bodies[1]);
}
