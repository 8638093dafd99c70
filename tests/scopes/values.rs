//! Questions and gates outside of requests.

use actix_web::test::{TestRequest, call_and_read_body, call_service, init_service};
use actix_web::{App, web};
use guard_runtime::{
    Env, allows_public, any, env_ctx, groups, requires_group, requires_scope, requires_user,
};

use crate::declared::scopes;
use crate::people::{People, builder, user};

#[actix_web::test]
async fn outside_of_requests_nobody_knows_the_projects() {
    let env = Env::of(user("admin")).expect("a good user");
    assert!(env.may(scopes::admin::tools::GET));
    let denied = env.may_in(scopes::project::root::GET, 1).await;
    assert_eq!(denied.map_err(|it| it.problem()), Err("misconfigured"));
    let within = env_ctx::scope(env.clone(), env.may_in(scopes::project::root::GET, 1)).await;
    assert_eq!(within.map_err(|it| it.problem()), Err("misconfigured"));
    let global = scopes::SCHEMA.scope("admin").expect("declared");
    let denied = env.project_scope(global, 1).await;
    assert_eq!(
        denied.map(|_| ()).map_err(|it| it.problem()),
        Err("misconfigured")
    );
    // A permission that is known at run time alone does not become another kind by being asked for.
    let root = scopes::SCHEMA.parse("project.root:GET").expect("declared");
    assert!(!env.may(root));
    let tools = scopes::SCHEMA.parse("admin.tools:GET").expect("declared");
    let denied = env.may_in(tools, 1).await;
    assert_eq!(denied.map_err(|it| it.problem()), Err("misconfigured"));
}

#[actix_web::test]
async fn gates_as_values_ask_for_permissions() {
    let gate = requires_scope(scopes::admin::tools::GET);
    let both = guard_runtime::all((requires_user(), gate));
    let env = |name| Env::of(user(name)).expect("a good user");
    assert!(gate.allows(&env("admin")) && both.allows(&env("muddle")));
    assert!(!gate.allows(&env("portal")) && !both.allows(&env("internal")));
}

#[actix_web::test]
async fn the_guest_of_anonymous_requests_has_not_signed_in() {
    let public = requires_group(groups::core_public);
    let answers = move |env: Env| async move {
        let either = any((allows_public(), public));
        format!("{} {}", public.allows(&env), either.allows(&env))
    };
    let handler = web::get().to(allows_public().handler(answers));
    let gated = web::get().to(public.handler(|| async { "ran" }));
    let access = builder(&People::default()).build().expect("complete");
    let app = App::new().wrap(access).route("/", handler);
    let app = init_service(app.route("/gated", gated)).await;
    let request = |path| TestRequest::with_uri(path).to_request();
    assert_eq!(call_service(&app, request("/gated")).await.status(), 401);
    assert_eq!(call_and_read_body(&app, request("/")).await, "false true");
}

#[actix_web::test]
async fn a_guest_whose_env_is_put_in_force_is_asked_to_sign_in() {
    let gateway = |env: Env| async move {
        let inner = App::new()
            .route(
                "/",
                web::get().to(requires_user().handler(|| async { "ran" })),
            )
            .route(
                "/public",
                web::get().to(allows_public().handler(|| async { "ran" })),
            );
        let inner = init_service(inner).await;
        let mut found = Vec::new();
        for path in ["/", "/public"] {
            let call = call_service(&inner, TestRequest::with_uri(path).to_request());
            let response = env_ctx::scope(env.clone(), call).await;
            found.push(response.status().as_u16());
        }
        web::Json(found)
    };
    let gateway = web::get().to(allows_public().handler(gateway));
    let access = builder(&People::default()).build().expect("complete");
    let app = init_service(App::new().wrap(access).route("/", gateway)).await;
    let body = call_and_read_body(&app, TestRequest::default().to_request()).await;
    assert_eq!(body, "[401,200]");
}
