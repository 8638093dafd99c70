//! Strict mode: a handler without a gate answers nobody.

use actix_web::HttpMessage;
use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::{Method, StatusCode, header};

use crate::denied::{Denied, Reason};
use crate::env::Slot;
use crate::gate::Requirement;

/// What happens to a handler that has no gate.
///
/// actix-web's router does not tell which handler it is about to call, so an ungated handler can be
/// stopped at two points: when it reads the body, and when it answers. What happens before, such as
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

/// Marks a request whose answer was replaced.
pub(crate) struct UngatedAnswer;

/// What has to answer in place of the response, if it passed no gate.
pub(super) fn replacement<B: MessageBody>(
    slot: &Slot,
    response: &ServiceResponse<B>,
) -> Option<Denied> {
    if slot.is_decided() || is_routers_own(response) {
        return None;
    }
    let denied = Denied::new(Reason::Ungated).within(slot);
    denied.log(&Requirement::Any(&[]), response.request(), None);
    // For the test helpers: an application's own rendering may hide the problem's name.
    response.request().extensions_mut().insert(UngatedAnswer);
    Some(denied)
}

/// Whether the router or a CORS middleware answers so: an empty 404 or 405, an empty answer to
/// `OPTIONS`. Nothing of a handler can be in it.
fn is_routers_own<B: MessageBody>(response: &ServiceResponse<B>) -> bool {
    let empty = matches!(
        response.response().body().size(),
        BodySize::None | BodySize::Sized(0)
    );
    let nothing_found = matches!(
        response.status(),
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED
    );
    let preflight = response.request().method() == Method::OPTIONS;
    empty && (nothing_found || preflight) && !response.headers().contains_key(header::SET_COOKIE)
}
