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
    let (status, title, greeting) = if path == "/" {
        (StatusCode::OK, "Welcome", "Welcome to Collab")
    } else {
        (StatusCode::NOT_FOUND, "Not found", "There is nothing here")
    };
    let cookie = request.cookie(COOKIE);
    let proof = cookie.and_then(|it| access.csrf_token(it.value()));
    let body = format!(
        "<h1>{greeting}</h1>{}{PLACES}{}<section class=\"card\"><h2>To paste into a shell</h2>\
         <p>What each of the accounts may do, and what not.</p>\
         <details><summary>Show the lines</summary><pre tabindex=\"0\">{}</pre></details></section>",
        who(&env),
        permissions(&env),
        escape(&curl::lines(request.app_config().local_addr()))
    );
    Ok(page(status, title, &proof.unwrap_or_default(), &body))
}

const PLACES: &str = "<ul class=\"places\">\
    <li class=\"card\"><a href=\"/tokens\">Access tokens</a>\
    <p class=\"about\">Let a script act for you, within limits.</p></li>\
    <li class=\"card\"><a href=\"/docs/\">API documentation</a>\
    <p class=\"about\">Every operation with the permissions it needs, to try out.</p></li>\
    <li class=\"card\"><a href=\"/api/permissions\">Permissions</a>\
    <p class=\"about\">All that there are, as JSON.</p></li></ul>";

fn who(env: &Env) -> String {
    if !env.is_signed_in() {
        return "<p class=\"lead\">You are the guest: you may read what is public.</p>\
                <p><a class=\"button\" href=\"/sign-in\">Sign in</a></p>"
            .to_owned();
    }
    let name = escape(env.user().name());
    let groups = env.user().groups().names().join(", ");
    format!(
        "<p class=\"lead\">You are <b>{name}</b>, in {groups}. \
         <button id=\"sign-out\">Sign out</button></p>"
    )
}

fn permissions(env: &Env) -> String {
    let permissions = env.permissions().to_strings();
    if permissions.is_empty() {
        return String::new();
    }
    let list = permissions
        .iter()
        .map(|it| format!("<li><code>{it}</code></li>"));
    let list = list.collect::<String>();
    format!(
        "<section class=\"card\"><h2>What you may do outside of projects</h2>\
         <ul class=\"chips\">{list}</ul></section>"
    )
}
