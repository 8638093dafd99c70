//! What stands around a whole site: it decides as whom a request is answered.

use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse};

use super::begin::ended;
use super::cookie::Named;
use super::{END_PATH, cookie, entry, is_offered, pages, rights};
use crate::User;
use crate::access::EnvBody;
use crate::admin::pages::access::Access;
use crate::admin::pages::files::{SCRIPT_PATH, STYLE_PATH};
use crate::admin::pages::refusal;
use crate::admin::pages::stop::Stop;
use crate::admin::pages::visit::wants_page;
use crate::admin::state::State;
use crate::env::{Env, EnvError, SLOT, Slot, current_slot};
use crate::gate;

/// Answers as the user whom the caller has chosen to see the site as. That is decided anew at every
/// request: the caller may have lost rights since, or the user gained some.
pub(in crate::admin) async fn around<B: MessageBody + 'static>(
    state: Arc<State>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let named = cookie::read(request.request());
    let is_meant = is_offered(&state) && named != Named::Nothing && !is_for_oneself(&request);
    // Who has not signed in is let in nowhere by a cookie.
    let actor = if is_meant {
        gate::known(request.request()).await
    } else {
        None
    };
    let Some(actor) = actor else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let viewed = viewed(&state, &actor, named).await;
    let outcome = match viewed {
        Ok(Some(user)) => as_user(&actor, user).map_err(Stop::from),
        Ok(None) => {
            let answer = over(&state, request.request()).await;
            return Ok(answered(request, answer));
        }
        Err(stop) => Err(stop),
    };
    match outcome {
        Ok(env) => within(&state, env, request, next).await,
        Err(stop) => {
            let answer = refused(&state, request.request(), stop).await;
            Ok(answered(request, answer))
        }
    }
}

/// What is the same for everybody, and the ways out.
fn is_for_oneself(request: &ServiceRequest) -> bool {
    let below = request.match_info().unprocessed();
    [STYLE_PATH, SCRIPT_PATH, END_PATH, "/sign-out"].contains(&below)
}

/// As whom the caller sees the site; nobody, if that is over.
async fn viewed(state: &Arc<State>, actor: &Env, named: Named) -> Result<Option<User>, Stop> {
    let Named::Entry(entry) = named else {
        return Ok(None);
    };
    for page in pages(state) {
        if rights::may_begin(actor, &page).await {
            let log = Access::of(&page)?.log(&page)?;
            return match entry::viewed(log, actor, entry).await? {
                Some(id) => rights::user(&page, actor, &id).await,
                None => Ok(None),
            };
        }
    }
    Ok(None)
}

fn as_user(actor: &Env, user: User) -> Result<Env, EnvError> {
    let env = actor.switch_user(user, "sees the site as another user")?;
    Ok(env.read_only())
}

async fn within<B: MessageBody + 'static>(
    state: &Arc<State>,
    env: Env,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let slot = Arc::new(Slot::with_env(env));
    if !is_read(request.request()) {
        let stop = Stop::from(EnvError::ReadOnly);
        let refused = SLOT.scope(slot, refused(state, request.request(), stop));
        let answer = refused.await;
        return Ok(answered(request, answer));
    }
    // Gates of scopes decide while the service is called, before its future is polled.
    let future = SLOT.sync_scope(Arc::clone(&slot), || next.call(request));
    let answer = SLOT.scope(Arc::clone(&slot), future).await?;
    // A body that streams is of this user, too.
    Ok(answer.map_body(|_, body| EnvBody::new(body, slot).boxed()))
}

/// An answer that stands in place of a gate's.
fn answered(request: ServiceRequest, answer: HttpResponse) -> ServiceResponse<BoxBody> {
    if let Some(slot) = current_slot() {
        slot.refuse(request.request().head());
    }
    request.into_response(answer)
}

/// It is over: a page leads on as oneself, and what a page drawn before has sent is not done as oneself.
async fn over(state: &Arc<State>, request: &HttpRequest) -> HttpResponse {
    if is_read(request) && wants_page(request) {
        return match ended(state) {
            Ok(answer) => answer,
            Err(stop) => refused(state, request, stop).await,
        };
    }
    let mut answer = refused(state, request, EnvError::ReadOnly.into()).await;
    // The next request is one's own.
    match cookie::forget(&mut answer, state) {
        Ok(()) => answer,
        Err(error) => error.response(),
    }
}

fn is_read(request: &HttpRequest) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
}

async fn refused(state: &Arc<State>, request: &HttpRequest, stop: Stop) -> HttpResponse {
    if wants_page(request) {
        refusal::page(state, None, request, stop).await
    } else {
        stop.response()
    }
}
