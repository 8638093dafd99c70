//! One question to an application, and what its answer tells.

use actix_http::Request;
use actix_web::body::{MessageBody, to_bytes_limited};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use actix_web::{Error, HttpMessage};

use super::sample::{VALUES, fill};
use crate::Denied;
use crate::access::NoGate;
use crate::denied::Reason;

/// What an answer tells of the route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Strict mode has stopped an answer that passed no gate.
    Ungated,
    /// A gate has decided, or there was nothing to protect.
    Fine,
    /// An empty 404 or 405 behind no gate: of the router, for another method than those of the route,
    /// or of a handler that nobody can tell from it.
    Nothing,
    /// No pattern of the application matches the path.
    NoRoute,
}

/// Asks with one sample value after the other, until a route answers.
pub(super) async fn ask<S, B>(app: &S, method: &Method, pattern: &str) -> Told
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    let mut told = Told::NoRoute;
    for value in VALUES {
        told = ask_once(app, method, &fill(pattern, value)).await;
        if told != Told::NoRoute || !pattern.contains('{') {
            break;
        }
    }
    told
}

async fn ask_once<S, B>(app: &S, method: &Method, path: &str) -> Told
where
    S: Service<Request, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
{
    let request = TestRequest::with_uri(path).method(method.clone());
    let response = match app.call(request.to_request()).await {
        Ok(response) => response,
        Err(error) if names_ungated(&error) => return Told::Ungated,
        Err(_) => return Told::Fine,
    };
    let empty = mark(&response) == Some(NoGate::Empty);
    let matched = response.request().match_pattern().is_some();
    if is_ungated(response).await {
        return Told::Ungated;
    }
    match (matched, empty) {
        (false, _) => Told::NoRoute,
        (true, true) => Told::Nothing,
        (true, false) => Told::Fine,
    }
}

fn mark<B>(response: &ServiceResponse<B>) -> Option<NoGate> {
    response.request().extensions().get().copied()
}

async fn is_ungated<B: MessageBody>(response: ServiceResponse<B>) -> bool {
    if mark(&response) == Some(NoGate::Stopped)
        || response.response().error().is_some_and(names_ungated)
    {
        return true;
    }
    // Middleware outside may have made a request and a response of its own.
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return false;
    }
    let body = to_bytes_limited(response.into_body(), 64 * 1024).await;
    let Ok(Ok(body)) = body else {
        return false;
    };
    let name = Reason::Ungated.problem().as_bytes();
    body.windows(name.len()).any(|part| part == name)
}

fn names_ungated(error: &Error) -> bool {
    let denied = error.as_error::<Denied>();
    denied.is_some_and(|denied| denied.problem() == Reason::Ungated.problem())
}
