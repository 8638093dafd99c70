//! Questions and gates outside of requests.

use guard_runtime::{Env, env_ctx, requires_scope, requires_user};

use crate::declared::scopes;
use crate::people::user;

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
