//! What leaves the server: the handler's answer, or one in its place.

use std::sync::Arc;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::header;
use actix_web::{HttpResponse, ResponseError};

use super::strict::replacement;
use super::{Control, EnvBody, Strict};
use crate::denied::Denied;
use crate::env::Slot;

/// Lets the answer out: of a gated handler as it is, of an ungated one never.
pub(super) fn finish<B: MessageBody>(
    slot: &Arc<Slot>,
    response: ServiceResponse<B>,
) -> ServiceResponse<EitherBody<EnvBody<B>>> {
    let Some(control) = slot.control() else {
        return response.map_body(|_, body| EitherBody::left(EnvBody::new(body, Arc::clone(slot))));
    };
    if control.strict != Strict::Off
        && let Some(denied) = replacement(slot, &response)
    {
        return answer(control, response, &denied);
    }
    let denied = control.render.as_ref().and_then(|_| {
        let error = response.response().error()?;
        error.as_error::<Denied>().cloned()
    });
    match denied {
        Some(denied) => answer(control, response, &denied),
        None => response.map_body(|_, body| EitherBody::left(EnvBody::new(body, Arc::clone(slot)))),
    }
}

/// Answers in place of the response, as the application wants it.
fn answer<B>(
    control: &Control,
    response: ServiceResponse<B>,
    denied: &Denied,
) -> ServiceResponse<EitherBody<EnvBody<B>>> {
    let (request, replaced) = response.into_parts();
    let mut rendered = match &control.render {
        Some(render) => render(denied, &request),
        None => HttpResponse::from_error(denied.clone()),
    };
    // What middleware between the gate and here has added (CORS, a request id) stays.
    if replaced.error().is_some() {
        for (name, value) in replaced.headers() {
            let about_body = [header::CONTENT_TYPE, header::CONTENT_LENGTH].contains(name);
            if !about_body && !rendered.headers().contains_key(name) {
                rendered.headers_mut().append(name.clone(), value.clone());
            }
        }
    }
    let challenge = denied.error_response();
    if let Some(challenge) = challenge.headers().get(header::WWW_AUTHENTICATE)
        && rendered.status() == denied.status_code()
        && !rendered.headers().contains_key(header::WWW_AUTHENTICATE)
    {
        rendered
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, challenge.clone());
    }
    ServiceResponse::new(request, rendered.map_into_right_body())
}
