//! Gates as middleware: for scopes, resources, routes and applications.

use std::fmt;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::{Error, HttpResponse};
use futures_core::future::LocalBoxFuture;
use pin_project_lite::pin_project;

use super::decide::{Entered, decide, enter};
use super::registry::{self, Place};
use super::{Gate, Require, Requirement};
use crate::denied::Denied;

impl<R, S, B> Transform<S, ServiceRequest> for Gate<R>
where
    R: Require,
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = LayerService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        registry::note(self.location(), R::REQUIREMENT, Place::Layer, "");
        ready(Ok(LayerService {
            service: Rc::new(service),
            gate: R::REQUIREMENT,
        }))
    }
}

/// A service behind a gate.
pub struct LayerService<S> {
    service: Rc<S>,
    gate: &'static Requirement,
}

impl<S> fmt::Debug for LayerService<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LayerService({})", self.gate)
    }
}

impl<S, B> Service<ServiceRequest> for LayerService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = LayerFuture<S::Future, B>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let state = match enter(request.request(), self.gate) {
            Entered::Decided(Ok(())) => State::Passed {
                future: self.service.call(request),
            },
            Entered::Decided(Err(denied)) => State::Refused {
                response: Some(refused(request, denied)),
            },
            Entered::Waiting(waiting) => {
                let (service, gate) = (Rc::clone(&self.service), self.gate);
                let future = async move {
                    waiting.await;
                    match decide(request.request(), gate) {
                        Ok(()) => service
                            .call(request)
                            .await
                            .map(ServiceResponse::map_into_left_body),
                        Err(denied) => Ok(refused(request, denied)),
                    }
                };
                State::Waiting {
                    future: Box::pin(future),
                }
            }
        };
        LayerFuture { state }
    }
}

/// A response and not an `Err`: middleware outside still sees it and adds its headers.
fn refused<B>(request: ServiceRequest, denied: Denied) -> ServiceResponse<EitherBody<B>> {
    request
        .into_response(HttpResponse::from_error(denied))
        .map_into_right_body()
}

type Waiting<B> = LocalBoxFuture<'static, Result<ServiceResponse<EitherBody<B>>, Error>>;

pin_project! {
    /// A request at the gate of a scope.
    pub struct LayerFuture<F, B> {
        #[pin]
        state: State<F, B>,
    }
}

pin_project! {
    #[project = StateProjection]
    enum State<F, B> {
        Passed {
            #[pin]
            future: F,
        },
        Refused {
            response: Option<ServiceResponse<EitherBody<B>>>,
        },
        // Who is asking is being found out.
        Waiting {
            future: Waiting<B>,
        },
    }
}

impl<F, B> fmt::Debug for LayerFuture<F, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LayerFuture")
    }
}

impl<F, B> Future for LayerFuture<F, B>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project().state.project() {
            StateProjection::Passed { future } => {
                let response = ready!(future.poll(context))?;
                Poll::Ready(Ok(response.map_into_left_body()))
            }
            StateProjection::Refused { response } => {
                Poll::Ready(response.take().ok_or_else(|| Denied::broken().into()))
            }
            StateProjection::Waiting { future } => future.as_mut().poll(context),
        }
    }
}
