//! What stands before every page, and makes pages of the refusals behind it.

use actix_web::Error;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::Next;

use super::refusal;
use super::stop::Stop;
use super::visit::wants_page;
use crate::admin::ask::once;
use crate::admin::pass;
use crate::admin::state::Served;
use crate::denied::Denied;
use crate::gate::Requirement;
use crate::records::AccessError;

/// Lets a request on to the routes of a page, as [`pass::guard`] does.
pub(in crate::admin) async fn guard<B: MessageBody + 'static>(
    page: Served,
    gate: &'static Requirement,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    match pass::pass(request.request(), page.node, gate).await {
        // What is asked on the way is asked once.
        Ok(env) => {
            let answer = once(&env, next.call(request)).await?;
            Ok(as_page(&page, answer.map_into_boxed_body()).await)
        }
        Err(denied) => {
            let stop = Stop::from(denied);
            let refused = refusal::page(&page.state, Some(page.node), request.request(), stop);
            let refused = refused.await;
            Ok(request.into_response(refused))
        }
    }
}

/// The refusals of routes of a page's own, and paths that lead nowhere.
async fn as_page(page: &Served, answer: ServiceResponse) -> ServiceResponse {
    if !wants_page(answer.request()) {
        return answer;
    }
    let Some(stop) = stop_of(&answer) else {
        return answer;
    };
    let (request, _) = answer.into_parts();
    let shown = refusal::page(&page.state, Some(page.node), &request, stop).await;
    ServiceResponse::new(request, shown)
}

fn stop_of(answer: &ServiceResponse) -> Option<Stop> {
    let response = answer.response();
    let Some(error) = response.error() else {
        let is_empty = matches!(response.body().size(), BodySize::None | BodySize::Sized(0));
        let is_nowhere = response.status() == StatusCode::NOT_FOUND && is_empty;
        return is_nowhere.then(|| Denied::not_found().into());
    };
    let denied = error.as_error::<Denied>().cloned();
    let of_records = || error.as_error::<AccessError>().map(Denied::from);
    denied.or_else(of_records).map(Stop::from)
}
