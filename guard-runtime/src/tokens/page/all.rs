//! Pages of everybody's tokens.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Form as Posted, Query};
use actix_web::{HttpRequest, HttpResponse};

use super::input::Pairs;
use super::layout::Tab;
use super::list;
use super::settings::{Settings, Visit};
use crate::Id;
use crate::denied::Denied;
use crate::env::Env;
use crate::pages::page;
use crate::tokens::problem::Problem;

pub(super) async fn show_all_tokens(
    env: Env,
    settings: Data<Settings>,
    request: HttpRequest,
) -> Result<HttpResponse, Denied> {
    let query = Query::<Pairs>::from_query(request.query_string());
    let owner = owner(query.map(Query::into_inner).unwrap_or_default());
    let visit = Visit::new(&settings, &env, &request, 1);
    list_all(&visit, owner.as_deref(), None).await
}

pub(super) async fn revoke_any_shown_token(
    env: Env,
    settings: Data<Settings>,
    request: HttpRequest,
    posted: Posted<Pairs>,
) -> Result<HttpResponse, Denied> {
    let id = request.match_info().get("token_id").unwrap_or_default();
    settings.tokens.revoke_any(id).await?;
    tracing::info!(uid = %env.uid(), token = id, "revoked in the administration");
    let visit = Visit::new(&settings, &env, &request, 3);
    let owner = owner(posted.into_inner());
    list_all(&visit, owner.as_deref(), Some("The token is revoked.")).await
}

pub(super) async fn revoke_all_shown_tokens_of(
    env: Env,
    settings: Data<Settings>,
    request: HttpRequest,
    posted: Posted<Pairs>,
) -> Result<HttpResponse, Denied> {
    let pairs = posted.into_inner();
    // Of nobody in particular, or of several: whoever sent that is no form of ours.
    let is_one = pairs.iter().filter(|(name, _)| name == "owner").count() == 1;
    let Some(owner) = owner(pairs).filter(|_| is_one) else {
        let title = "The form says of one owner that all tokens are to be revoked";
        let problem = Problem::of("malformed-request", title, StatusCode::BAD_REQUEST);
        return Ok(problem.response());
    };
    let count = settings.tokens.revoke_all_of(&Id::from(&*owner)).await?;
    tracing::info!(uid = %env.uid(), owner, "revoked in the administration");
    let visit = Visit::new(&settings, &env, &request, 1);
    let done = match count {
        1 => format!("1 token of user {owner} is revoked."),
        _ => format!("{count} tokens of user {owner} are revoked."),
    };
    list_all(&visit, Some(&owner), Some(&done)).await
}

fn owner(pairs: Pairs) -> Option<String> {
    let mut pairs = pairs.into_iter();
    let (_, owner) = pairs.find(|(name, _)| name == "owner")?;
    Some(owner.trim().to_owned()).filter(|it| !it.is_empty())
}

async fn list_all(
    visit: &Visit<'_>,
    owner: Option<&str>,
    done: Option<&str>,
) -> Result<HttpResponse, Denied> {
    if let (Some(done), false) = (done, visit.may.read_all) {
        return Ok(page(StatusCode::OK, list::nothing(visit, Tab::All, done)));
    }
    let shown = async {
        let tokens = &visit.settings.tokens;
        let listed = match owner {
            Some(owner) => tokens.list_of(&Id::from(owner)).await?,
            None => tokens.list_all().await?,
        };
        let choices = visit.settings.choices(visit.env).await?;
        Ok(list::all(visit, &listed, choices.as_deref(), owner, done))
    };
    list::or_what_was_done(visit, Tab::All, shown.await, done)
}
