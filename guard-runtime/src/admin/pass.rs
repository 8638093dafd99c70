//! What stands before every route of a page.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse};

use super::ask::{may, once};
use super::objects::ActionObject;
use super::page_action::ActionWords;
use super::{Action, Node};
use crate::denied::Denied;
use crate::env::{Env, env_ctx};
use crate::gate::{self, Requirement};

/// Lets a request on to the routes of a page: through the gates of all it stands under, and if it is
/// open to the user. A response and not an `Err`, so that middleware outside sees it.
pub(super) async fn guard<B: MessageBody + 'static>(
    page: &'static Node,
    gate: &'static Requirement,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    match pass(request.request(), page, gate).await {
        // What is asked on the way is asked once.
        Ok(env) => {
            let answer = once(&env, next.call(request)).await?;
            Ok(answer.map_into_boxed_body())
        }
        Err(denied) => {
            let refused = HttpResponse::from_error(denied);
            Ok(request.into_response(refused).map_into_boxed_body())
        }
    }
}

/// The same, and who is asking.
pub(super) async fn pass(
    request: &HttpRequest,
    page: &'static Node,
    gate: &'static Requirement,
) -> Result<Env, Denied> {
    gate::pass(request, gate).await?;
    let env = env_ctx::get()?;
    once(&env, ask(&env, page, Action::Open)).await?;
    Ok(env)
}

/// Asks the tree, and says so if it refuses.
pub(super) async fn ask(env: &Env, page: &'static Node, action: Action) -> Result<(), Denied> {
    let answer = may(env, page, action).await;
    answer.inspect_err(|denied| refused(env, page, action, denied))
}

/// One event for each refusal of a page.
pub(super) fn refused(env: &Env, page: &'static Node, action: Action, denied: &Denied) {
    tracing::warn!(
        page = page.key(),
        %action,
        uid = %env.uid(),
        actor = %env.actor().id(),
        request_id = env_ctx::request_id(),
        problem = denied.problem(),
        missing = denied.missing().join(", "),
        "refused by a page"
    );
}

/// The same of a custom action.
pub(super) async fn ask_action(
    env: &Env,
    page: &'static Node,
    words: &'static ActionWords,
    object: &dyn ActionObject,
) -> Result<(), Denied> {
    let answer = may_run(env, page, words, object).await;
    answer.inspect_err(|denied| refused(env, page, Action::Custom(words.name), denied))
}

/// Whether the tree, the gates of a custom action and the action itself let the env ever run it.
pub(super) async fn may_run(
    env: &Env,
    page: &'static Node,
    words: &'static ActionWords,
    object: &dyn ActionObject,
) -> Result<(), Denied> {
    may(env, page, Action::Custom(words.name)).await?;
    let mut gates = words.gates.iter();
    gates.try_for_each(|gate| gate::check(gate, env))?;
    object.could(env).await
}
