//! Where it begins and ends.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::cookie::Named;
use super::{ACTION, cookie, entry, pages, rights};
use crate::admin::access::AssignmentRefusal;
use crate::admin::pages::access::{Access, users};
use crate::admin::pages::body::{self, take};
use crate::admin::pages::link::see_other;
use crate::admin::pages::said::Said;
use crate::admin::pages::{Later, Stop};
use crate::admin::pass;
use crate::admin::state::{Served, State};
use crate::denied::Denied;
use crate::env::env_ctx;
use crate::{Id, gate};

/// Begins, for a user whom the form names.
pub(in crate::admin::pages) fn begin(
    page: Served,
    request: HttpRequest,
    payload: Payload,
) -> Later {
    Box::pin(async move {
        if !super::is_offered(&page.state) {
            return Err(Denied::not_found().into());
        }
        let env = env_ctx::get()?;
        pass::ask(&env, page.node, ACTION).await?;
        let mut pairs = body::form(&request, payload).await?;
        let mut named = take(&mut pairs, "user");
        let (Some(named), true) = (named.pop(), named.is_empty() && pairs.is_empty()) else {
            let why = "`user` has to stand there once, and nothing else".to_owned();
            let title = "This form is not one of this page";
            return Err(Stop::Request(StatusCode::UNPROCESSABLE_ENTITY, title, why));
        };
        let (account, user) = users::find(&page, &Id::from(&*named)).await?;
        let mut refused = rights::refusal(&page, &env, &user).await?;
        if user.id() != &account.id {
            refused = Some(AssignmentRefusal::Contradiction);
        }
        if let Some(refusal) = refused {
            return users::refused(&page, &request, ACTION, &refusal, &account, &user).await;
        }
        let log = Access::of(&page)?.log(&page)?;
        let entry = entry::begin(log, &env, user.id()).await?;
        tracing::warn!(actor = %env.uid(), user = %user.id(), entry, request_id = env_ctx::request_id(), "views the site as another user from now on");
        let mut answer = see_other(page.state.path);
        cookie::put(&mut answer, &page.state, entry)?;
        Ok(answer)
    })
}

/// Ends it, for whoever has begun.
pub(in crate::admin::pages) fn end(state: Arc<State>, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        if let Named::Entry(id) = cookie::read(&request)
            && let Some(env) = gate::known(&request).await
            && let Some(page) = pages(&state).first()
        {
            let log = Access::of(page)?.log(page)?;
            if let Some(user) = entry::viewed(log, &env, id).await? {
                entry::end(log, &env, &user).await?;
            }
        }
        ended(&state)
    })
}

/// The way on as oneself.
pub(super) fn ended(state: &State) -> Result<HttpResponse, Stop> {
    let mut answer = see_other(Said::ViewEnded.at(state.path));
    cookie::forget(&mut answer, state)?;
    Ok(answer)
}
