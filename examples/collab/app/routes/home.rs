//! The page for everybody: who you are here, and where to go.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use guard_runtime::{AccessControl, Env, allows_public};

use super::page::{escape, page};
use crate::app::curl;
use crate::app::failure::Failure;
use crate::app::sessions::COOKIE;

/// Whatever no other route answers: the page at `/`, and 404 elsewhere.
#[allows_public]
pub(crate) async fn home(
    env: Env,
    request: HttpRequest,
    access: web::Data<AccessControl>,
) -> Result<HttpResponse, Failure> {
    let path = request.path();
    if path.starts_with("/api/") {
        return Err(Failure::NotFound);
    }
    let (status, greeting) = if path == "/" {
        (StatusCode::OK, "Welcome to Collab")
    } else {
        (StatusCode::NOT_FOUND, "There is nothing here")
    };
    let cookie = request.cookie(COOKIE);
    let proof = cookie.and_then(|it| access.csrf_token(it.value()));
    let body = format!(
        "<h1>{greeting}</h1>{}<p><a href=\"/docs/\">API documentation</a> · \
         <a href=\"/api/permissions\">permissions</a> · <a href=\"/tokens\">access tokens</a><h2>To paste into a shell</h2><pre>{}</pre>",
        who(&env),
        escape(&curl::lines(request.app_config().local_addr()))
    );
    Ok(page(status, "Welcome", &proof.unwrap_or_default(), &body))
}

fn who(env: &Env) -> String {
    if !env.is_signed_in() {
        return "<p>You are the guest: <a href=\"/sign-in\">sign in</a>.".to_owned();
    }
    let name = escape(env.user().name());
    let groups = env.user().groups().names().join(", ");
    let permissions = env.permissions().to_strings().join(", ");
    format!(
        "<p>You are <b>{name}</b>, in {groups}. <button id=\"sign-out\">Sign out</button>\
         <h2>What you may do outside of projects</h2><p><code>{permissions}</code>"
    )
}
