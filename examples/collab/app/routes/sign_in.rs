//! Signing in and out with a browser: the session is in a cookie.

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use guard_runtime::{Denied, Env, allows_public, no_auth};
use serde::Deserialize;

use super::page::page;
use super::token::{issue, sign_in};
use crate::app::Shared;
use crate::app::data::seed::demo::{ACCOUNTS, PASSWORD};
use crate::app::failure::Failure;
use crate::app::sessions::{COOKIE, LIFETIME};

/// No field is ever logged, so this has no `Debug`.
#[derive(Deserialize)]
pub(crate) struct Credentials {
    username: String,
    password: String,
}

#[no_auth]
#[get("/sign-in")]
pub(crate) async fn form() -> HttpResponse {
    filled_form(StatusCode::OK, "")
}

#[no_auth]
#[post("/sign-in")]
pub(crate) async fn enter(
    request: HttpRequest,
    credentials: Result<web::Form<Credentials>, actix_web::Error>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    // Another site must not sign its visitors in here as somebody of its choice.
    let mut site = request.headers().get_all("sec-fetch-site");
    if site.any(|it| it != "same-origin" && it != "none") {
        return Err(Denied::forbidden().into());
    }
    let Ok(web::Form(Credentials { username, password })) = credentials else {
        return Ok(filled_form(StatusCode::BAD_REQUEST, "Say who you are."));
    };
    let Some(user) = sign_in(&shared, username, password).await? else {
        let wrong = "The name or the password is wrong.";
        return Ok(filled_form(StatusCode::BAD_REQUEST, wrong));
    };
    let token = issue(&shared, user.id(), None)?;
    let lifetime = i64::try_from(LIFETIME.as_secs()).unwrap_or(i64::MAX);
    let cookie = cookie(token, time::Duration::seconds(lifetime));
    Ok(HttpResponse::SeeOther()
        .insert_header((LOCATION, "/"))
        .cookie(cookie)
        .finish())
}

/// Ends this session, in the browser and here. Whose session has ended by itself may say so too.
#[allows_public]
#[post("/sign-out")]
pub(crate) async fn leave(env: Env, shared: web::Data<Shared>) -> HttpResponse {
    if let Some(identity) = env.identity()
        && let (Some(id), Some(end)) = (identity.token_id.clone(), identity.expires_at)
    {
        shared.revocations.revoke_token(id, end);
    }
    HttpResponse::NoContent()
        .cookie(cookie(String::new(), time::Duration::ZERO))
        .finish()
}

/// Out of reach of scripts. Where the site has TLS, add `secure`: without it this example would need
/// a certificate.
fn cookie(value: String, lifetime: time::Duration) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(lifetime)
        .finish()
}

fn filled_form(status: StatusCode, complaint: &str) -> HttpResponse {
    let rows = ACCOUNTS.map(|it| {
        format!(
            "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td></tr>",
            it.login, it.name, it.purpose
        )
    });
    let complaint = if complaint.is_empty() {
        String::new()
    } else {
        format!("<p class=\"no\" role=\"alert\">{complaint}</p>")
    };
    let body = format!(
        "<h1>Sign in</h1><form method=\"post\" action=\"/sign-in\" class=\"card narrow\">{complaint}\
         <label>Name <input name=\"username\" autocomplete=\"username\" autocapitalize=\"none\" \
         required autofocus></label>\
         <label>Password <input name=\"password\" type=\"password\" \
         autocomplete=\"current-password\" required></label><button>Sign in</button></form>\
         <section class=\"card\"><h2>Accounts of the example</h2>\
         <p>The password of all is <code>{PASSWORD}</code>.</p>\
         <div class=\"scroll\"><table><thead><tr><th scope=\"col\">Name</th>\
         <th scope=\"col\">Who it is</th><th scope=\"col\">What for</th></tr></thead>\
         <tbody>{}</tbody></table></div></section>",
        rows.concat()
    );
    page(status, "Sign in", "", &body)
}
