//! Strict mode: a handler without a gate answers nobody.

use actix_web::HttpMessage;
use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName};

use crate::denied::{Denied, Reason};
use crate::env::Slot;
use crate::gate::{Requirement, is_preflight};

/// What happens to a handler that has no gate.
///
/// actix-web's router does not tell which handler it is about to call, so an ungated handler can be
/// stopped at two points: when it reads the body, and when it answers. An empty 404 or 405 may be the
/// router's own and goes out, without the headers of a handler. What happens before, such as
/// a `GET` handler's query of a database, is not prevented at run time; register handlers with
/// [`routes`](crate::routes), where an ungated one does not compile, or run the source audit as a
/// test.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strict {
    /// It cannot read a body, and its answer never leaves the server: 500 and a log line.
    #[default]
    On,
    /// Its answer never leaves the server. For applications with middleware that reads bodies
    /// before any gate.
    AnswersOnly,
    /// It runs and answers.
    Off,
}

/// Marks, for the test helpers, a request whose answer has passed no gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoGate {
    /// It was stopped.
    Stopped,
    /// It could be the router's own: there was nothing to answer with.
    Empty,
}

/// What has to answer in place of the response, if it passed no gate.
pub(super) fn replacement<B: MessageBody>(
    slot: &Slot,
    response: &mut ServiceResponse<B>,
) -> Option<Denied> {
    if slot.is_decided() {
        return None;
    }
    // In the request, since an application's own rendering may hide the problem's name.
    let note = |what| response.request().extensions_mut().insert(what);
    if may_be_routers_own(response) {
        note(NoGate::Empty);
        keep_plain_headers(response.headers_mut());
        return None;
    }
    note(NoGate::Stopped);
    let denied = Denied::new(Reason::Ungated).within(slot);
    denied.log(&Requirement::Any(&[]), response.request(), None);
    Some(denied)
}

/// Whether the router or a CORS middleware may have answered so: an empty 404 or 405, or an empty
/// answer to a preflight.
fn may_be_routers_own<B: MessageBody>(response: &ServiceResponse<B>) -> bool {
    let empty = matches!(
        response.response().body().size(),
        BodySize::None | BodySize::Sized(0)
    );
    let expected = match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => true,
        StatusCode::OK | StatusCode::NO_CONTENT => is_preflight(response.request()),
        _ => false,
    };
    // The router sets no cookie.
    empty && expected && !response.headers().contains_key(header::SET_COOKIE)
}

/// Headers that say nothing of what a handler has found, should it be a handler's answer after all.
fn keep_plain_headers(headers: &mut HeaderMap) {
    const PLAIN: [HeaderName; 8] = [
        header::ALLOW,
        header::CONTENT_LENGTH,
        header::CONTENT_SECURITY_POLICY,
        header::REFERRER_POLICY,
        header::STRICT_TRANSPORT_SECURITY,
        header::VARY,
        header::X_CONTENT_TYPE_OPTIONS,
        header::X_FRAME_OPTIONS,
    ];
    headers.retain(|name, _| PLAIN.contains(name) || name.as_str().starts_with("access-control-"));
}
