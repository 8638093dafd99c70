//! What leaves the server: the handler's answer, or one in its place.

use std::sync::Arc;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{self, HeaderName};
use actix_web::{Error, HttpResponse, ResponseError};

use super::strict::replacement;
use super::{Control, EnvBody, Strict};
use crate::denied::{Denied, Reason, challenge_of};
use crate::env::Slot;

/// Lets the answer out: of a gated handler as it is, of an ungated one never.
pub(super) fn finish<B: MessageBody>(
    slot: &Arc<Slot>,
    mut response: ServiceResponse<B>,
) -> ServiceResponse<EitherBody<EnvBody<B>>> {
    let as_it_is = |response: ServiceResponse<B>| {
        response.map_body(|_, body| EitherBody::left(EnvBody::new(body, Arc::clone(slot))))
    };
    let Some(control) = slot.control() else {
        return as_it_is(response);
    };
    if control.strict != Strict::Off
        && let Some(denied) = replacement(slot, &mut response)
    {
        return answer(control, response, &denied, Headers::Drop);
    }
    let denied = control
        .render
        .as_ref()
        .and_then(|_| response.response().extensions().get::<Denied>().cloned());
    match denied {
        Some(denied) => answer(control, response, &denied, Headers::Keep),
        None => as_it_is(response),
    }
}

/// Lets an error of middleware out, unless the answer of an ungated handler could be in it.
pub(super) fn failure(slot: &Arc<Slot>, error: Error) -> Error {
    let strict = slot.control().is_some_and(|it| it.strict != Strict::Off);
    if !strict || slot.is_decided() {
        return error;
    }
    let denied = Denied::new(Reason::Ungated).within(slot);
    // The request is gone with the error, and with it the route.
    tracing::error!(
        request_id = %slot.request_id,
        status = denied.status_code().as_u16(),
        problem = denied.problem(),
        "middleware failed before any gate has decided; its error stays inside"
    );
    denied.into()
}

/// Headers that describe a body, and so not the one that takes its place.
const ABOUT_BODY: [HeaderName; 10] = [
    header::ACCEPT_RANGES,
    header::CONTENT_DISPOSITION,
    header::CONTENT_ENCODING,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LENGTH,
    header::CONTENT_LOCATION,
    header::CONTENT_RANGE,
    header::CONTENT_TYPE,
    header::ETAG,
    header::LAST_MODIFIED,
];

/// What becomes of the headers of an answer that is replaced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Headers {
    /// They are a gate's, or of middleware between the gate and here (CORS, a request id).
    Keep,
    /// They may be those of a handler that nobody was to reach.
    Drop,
}

/// Answers in place of the response, as the application wants it.
fn answer<B>(
    control: &Control,
    response: ServiceResponse<B>,
    denied: &Denied,
    headers: Headers,
) -> ServiceResponse<EitherBody<EnvBody<B>>> {
    let (request, replaced) = response.into_parts();
    let mut rendered = match &control.render {
        Some(render) => render(denied, &request),
        None => HttpResponse::from_error(denied.clone()),
    };
    if headers == Headers::Keep {
        let own = rendered.headers().clone();
        for (name, value) in replaced.headers() {
            if !ABOUT_BODY.contains(name) && !own.contains_key(name) {
                rendered.headers_mut().append(name.clone(), value.clone());
            }
        }
    }
    if rendered.status() == denied.status_code()
        && !rendered.headers().contains_key(header::WWW_AUTHENTICATE)
        && let Some(challenge) = challenge_of(denied)
    {
        rendered
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, challenge);
    }
    ServiceResponse::new(request, rendered.map_into_right_body())
}
