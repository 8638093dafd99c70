//! The handlers of the application.

use actix_web::HttpResponse;
use actix_web::body::BoxBody;
use actix_web::web::{Data, Json};
use guard_runtime::routes::{self, Routes};
use guard_runtime::tokens::{AccessTokens, NewToken, TokenApi, TokenError};
use guard_runtime::{Env, User, env_ctx, requires_scope, requires_user};

use super::schema::scopes::{account, admin, project};
use super::{ALL, people};

pub(super) fn register(routes: &mut Routes<'_>, tokens: &AccessTokens) {
    async fn ok() -> HttpResponse<BoxBody> {
        HttpResponse::Ok().finish()
    }
    let config = [
        routes::get().to(requires_scope(admin::configuration::GET).handler(ok)),
        routes::put().to(requires_scope(admin::configuration::UPDATE).handler(ok)),
    ];
    let project = [
        routes::get().to(requires_scope(project::root::GET).handler(ok)),
        routes::put().to(requires_scope(project::root::UPDATE).handler(ok)),
    ];
    for route in config {
        routes.route("/config", route);
    }
    for route in project {
        routes.route("/projects/{project_id}", route);
    }
    let api = TokenApi::new("/tokens", tokens)
        .own(
            account::tokens::GET,
            account::tokens::CREATE,
            account::tokens::DELETE,
        )
        .all(admin::tokens::GET, admin::tokens::DELETE);
    routes
        .app_data(Data::new(tokens.clone()))
        .service(api)
        .route("/me", routes::get().to(requires_user().handler(ok)))
        .route("/ask", routes::get().to(requires_user().handler(ask)))
        .route(
            "/sudo",
            routes::post().to(requires_user().handler(create_elevated)),
        )
        .route(
            "/as/ada",
            routes::post().to(requires_user().handler(create_as_ada)),
        );
}

/// Asks without demanding.
async fn ask(env: Env) -> String {
    format!(
        "{} {}",
        env.may(admin::configuration::GET),
        env.may(admin::configuration::UPDATE)
    )
}

async fn create_elevated(
    env: Env,
    tokens: Data<AccessTokens>,
    new: Json<NewToken>,
) -> Result<HttpResponse, TokenError> {
    let env = env.sudo("a test");
    let created = env_ctx::scope(env.clone(), tokens.create(&env, new.into_inner())).await?;
    Ok(HttpResponse::Created().json(created))
}

/// As a user of her id who may do more.
async fn create_as_ada(
    env: Env,
    tokens: Data<AccessTokens>,
    new: Json<NewToken>,
) -> Result<HttpResponse, TokenError> {
    let ada = User::new("ada").with_permissions(&people::permissions(ALL));
    let env = env.switch_user(ada, "a test").unwrap();
    let created = env_ctx::scope(env.clone(), tokens.create(&env, new.into_inner())).await?;
    Ok(HttpResponse::Created().json(created))
}
