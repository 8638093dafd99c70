//! An application with gates of permissions everywhere.

use actix_web::web::{self, ServiceConfig};
use guard_runtime::{Denied, Env, allows_public, any, requires_group, requires_scope};

use crate::asked::{asking, failing, switching};
use crate::declared::scopes;
use crate::support::groups;

macro_rules! app {
    ($access:expr) => {
        actix_web::test::init_service(
            actix_web::App::new()
                .wrap($access.build().expect("complete"))
                .configure($crate::app::configure),
        )
        .await
    };
}

macro_rules! get {
    ($app:expr, $uri:expr, $token:expr) => {{
        let mut request = actix_web::test::TestRequest::get().uri($uri);
        let token: Option<&str> = $token;
        if let Some(token) = token {
            request = request.insert_header(("authorization", format!("Bearer {token}")));
        }
        let response = actix_web::test::call_service(&$app, request.to_request()).await;
        let status = response.status().as_u16();
        let challenge = $crate::support::header(&response, "www-authenticate");
        let body = actix_web::test::read_body(response).await;
        (
            status,
            challenge,
            String::from_utf8_lossy(&body).into_owned(),
        )
    }};
}

pub(crate) use {app, get};

#[requires_scope(admin.configuration = GET)]
pub(crate) async fn configuration() -> &'static str {
    "configuration"
}

#[requires_scope(admin.configuration = [UPDATE, GET], admin.tools = GET)]
pub(crate) async fn several() -> &'static str {
    "several"
}

#[requires_scope(any(admin.tools = UPDATE, user.tokens = CREATE))]
pub(crate) async fn either() -> &'static str {
    "either"
}

#[requires_scope(any(all(admin.tools = GET, admin.configuration = UPDATE), user.tokens = GET))]
pub(crate) async fn nested() -> &'static str {
    "nested"
}

#[requires_group(manager)]
#[requires_scope(admin.tools = GET)]
pub(crate) async fn group_and_tools() -> &'static str {
    "group_and_tools"
}

#[requires_group(manager)]
pub(crate) async fn group() -> &'static str {
    "group"
}

#[requires_scope]
pub(crate) async fn signed_in() -> &'static str {
    "signed_in"
}

#[requires_scope(project.models = GET)]
pub(crate) async fn models() -> &'static str {
    "models"
}

#[requires_scope(project.models = DELETE)]
pub(crate) async fn delete_models() -> &'static str {
    "delete_models"
}

/// Copies from the project in the path to another one.
#[requires_scope(project.root = GET)]
pub(crate) async fn copy(
    env: Env,
    path: web::Path<(String, String)>,
) -> Result<&'static str, Denied> {
    let (_, other) = path.into_inner();
    env.require_in(scopes::project::models::UPDATE, other.as_str())
        .await?;
    Ok("copied")
}

#[requires_scope]
pub(crate) async fn may_copy(env: Env, path: web::Path<String>) -> Result<String, Denied> {
    let other = path.into_inner();
    let may = env
        .may_in(scopes::project::models::UPDATE, other.as_str())
        .await?;
    Ok(may.to_string())
}

#[requires_scope(project.root = GET)]
pub(crate) async fn tools(env: Env) -> Result<String, Denied> {
    let may = env.may(scopes::admin::tools::GET);
    env.require(scopes::admin::tools::GET)?;
    Ok(may.to_string())
}

#[allows_public]
pub(crate) async fn public(env: Env) -> Result<String, Denied> {
    env.require_in(scopes::project::root::GET, 1).await?;
    Ok(env.may(scopes::admin::tools::GET).to_string())
}

#[allows_public]
pub(crate) async fn public_tools(env: Env) -> Result<&'static str, Denied> {
    env.require(scopes::admin::tools::GET)?;
    Ok("tools")
}

pub(crate) fn configure(config: &mut ServiceConfig) {
    let public_or_root = any((allows_public(), requires_scope(scopes::project::root::GET)));
    let manager_or_tools = any((
        requires_group(groups::manager),
        requires_scope(scopes::admin::tools::UPDATE),
    ));
    config
        .route("/configuration", web::get().to(configuration))
        .route("/several", web::get().to(several))
        .route("/either", web::get().to(either))
        .route("/nested", web::get().to(nested))
        .route("/group_and_tools", web::get().to(group_and_tools))
        .route("/group", web::get().to(group))
        .route("/signed_in", web::get().to(signed_in))
        .route("/may_copy/{other}", web::get().to(may_copy))
        .route("/public", web::get().to(public))
        .route("/public_tools", web::get().to(public_tools))
        .route(
            "/manager_or_tools",
            web::get().to(manager_or_tools.handler(|| async { "ran" })),
        )
        .service(
            web::scope("/projects/{project_id}")
                .route("/models", web::get().to(models))
                .route("/delete_models", web::get().to(delete_models))
                .route("/tools", web::get().to(tools))
                .route("/copy/{other}", web::get().to(copy))
                .route(
                    "/public",
                    web::get().to(public_or_root.handler(|| async { "public" })),
                )
                .service(
                    web::scope("/within")
                        .wrap(requires_scope(scopes::project::root::GET))
                        .route("/asking", web::get().to(asking))
                        .route("/switching", web::get().to(switching))
                        .route("/failing", web::get().to(failing))
                        .route("/delete_models", web::get().to(delete_models)),
                ),
        )
        .service(
            web::scope("/admin")
                .wrap(requires_scope(scopes::admin::tools::GET))
                .route("/several", web::get().to(several))
                .route("/either", web::get().to(either)),
        );
}

pub(crate) const INSUFFICIENT: &str = "Bearer realm=\"api\", error=\"insufficient_scope\", \
                            error_description=\"You are not allowed to do this\"";

pub(crate) fn insufficient(scope: &str) -> String {
    format!("{INSUFFICIENT}, scope=\"{scope}\"")
}
