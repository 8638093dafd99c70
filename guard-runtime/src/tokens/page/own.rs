//! Pages of the own tokens.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Form as Posted};
use actix_web::{HttpRequest, HttpResponse, ResponseError};

use super::form::{self, Form};
use super::input::{Input, Pairs};
use super::layout::Tab;
use super::settings::{Settings, Visit};
use super::{created, list};
use crate::denied::Denied;
use crate::env::Env;
use crate::pages::page;
use crate::tokens::TokenError;

pub(super) async fn show_tokens(
    env: Env,
    settings: Data<Settings>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    list_own(&Visit::new(&settings, &env, &request, 0), None).await
}

pub(super) async fn show_form(
    env: Env,
    settings: Data<Settings>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    let visit = Visit::new(&settings, &env, &request, 1);
    let form = Form::new(&settings, &env, Input::of_query(&request)).await?;
    Ok(page(StatusCode::OK, form::view(&visit, &form)))
}

pub(super) async fn submit_form(
    env: Env,
    settings: Data<Settings>,
    request: HttpRequest,
    posted: Posted<Pairs>,
) -> Result<HttpResponse, TokenError> {
    let visit = Visit::new(&settings, &env, &request, 1);
    let mut input = Input::read(posted.into_inner());
    input.sent = !input.looks && !input.removes;
    let (is_sent, has_added) = (input.sent, input.added.is_some());
    let form = Form::new(&settings, &env, input).await?;
    if !is_sent {
        return Ok(page(StatusCode::OK, form::view(&visit, &form)));
    }
    if has_added {
        let form = form.has_just_added();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(page(status, form::view(&visit, &form)));
    }
    match settings.tokens.create(&env, form.request()).await {
        Ok(created) => {
            // Whether the projects have names now does not change that the token is made.
            let choices = settings.choices(&env).await.unwrap_or_default();
            let shown = created::view(&visit, &created, choices.as_deref());
            Ok(page(StatusCode::CREATED, shown))
        }
        Err(error) => {
            let status = error.status_code();
            let form = form.refused(error)?;
            Ok(page(status, form::view(&visit, &form)))
        }
    }
}

pub(super) async fn revoke_shown_token(
    env: Env,
    settings: Data<Settings>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    let id = request.match_info().get("token_id").unwrap_or_default();
    settings.tokens.revoke(&env, id).await?;
    let visit = Visit::new(&settings, &env, &request, 2);
    list_own(&visit, Some("The token is revoked.")).await
}

pub(super) async fn revoke_shown_tokens(
    env: Env,
    settings: Data<Settings>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    settings.tokens.revoke_all(&env).await?;
    let visit = Visit::new(&settings, &env, &request, 1);
    list_own(&visit, Some("All your tokens are revoked.")).await
}

async fn list_own(visit: &Visit<'_>, done: Option<&str>) -> Result<HttpResponse, Denied> {
    // Who may revoke and not read is shown nothing.
    if let (Some(done), false) = (done, visit.may.read) {
        return Ok(page(StatusCode::OK, list::nothing(visit, Tab::Own, done)));
    }
    let shown = async {
        let tokens = visit.settings.tokens.list(visit.env).await?;
        let choices = visit.settings.choices(visit.env).await?;
        Ok(list::own(visit, &tokens, choices.as_deref(), done))
    };
    list::or_what_was_done(visit, Tab::Own, shown.await, done)
}
