//! The middleware itself.

use std::fmt;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::{Error, HttpMessage};
use futures_core::future::LocalBoxFuture;
use pin_project_lite::pin_project;
use tokio::task::futures::TaskLocalFuture;

use super::answer::{failure, finish};
use super::payload::GatedPayload;
use super::{AccessControl, Control, EnvBody, Strict, authenticate};
use crate::denied::Denied;
use crate::env::{SLOT, Slot};

impl<S, B> Transform<S, ServiceRequest> for AccessControl
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    S::Future: 'static,
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<EnvBody<B>>>;
    type Error = Error;
    type Transform = AccessService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(AccessService {
            service: Rc::new(service),
            control: Arc::clone(&self.0),
        }))
    }
}

/// A service that runs behind [`AccessControl`].
pub struct AccessService<S> {
    service: Rc<S>,
    control: Arc<Control>,
}

impl<S> fmt::Debug for AccessService<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessService")
    }
}

impl<S, B> Service<ServiceRequest> for AccessService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    S::Future: 'static,
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<EnvBody<B>>>;
    type Error = Error;
    type Future = AccessFuture<S::Future>;

    forward_ready!(service);

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let slot = Arc::new(Slot::open(Arc::clone(&self.control), request.head()));
        if self.control.strict == Strict::On {
            let payload = GatedPayload::wrap(request.take_payload(), &slot);
            request.set_payload(payload);
        }
        if self.control.early
            && let Some(future) =
                SLOT.sync_scope(Arc::clone(&slot), || authenticate(&slot, request.head()))
        {
            let service = Rc::clone(&self.service);
            let inside = Arc::clone(&slot);
            let call = move || SLOT.sync_scope(inside, || service.call(request));
            return AccessFuture {
                state: State::Authenticating {
                    future: Box::pin(SLOT.scope(Arc::clone(&slot), future)),
                    call: Some(Box::new(call)),
                },
                slot,
            };
        }
        // Gates of scopes decide while the service is called, before its future is polled.
        let future = SLOT.sync_scope(Arc::clone(&slot), || self.service.call(request));
        AccessFuture {
            state: State::Calling {
                future: SLOT.scope(Arc::clone(&slot), future),
            },
            slot,
        }
    }
}

pin_project! {
    /// A request on its way through [`AccessControl`].
    pub struct AccessFuture<F> {
        #[pin]
        state: State<F>,
        slot: Arc<Slot>,
    }
}

impl<F> fmt::Debug for AccessFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessFuture")
    }
}

type Call<F> = Box<dyn FnOnce() -> F>;

pin_project! {
    #[project = StateProjection]
    enum State<F> {
        Authenticating {
            future: LocalBoxFuture<'static, ()>,
            call: Option<Call<F>>,
        },
        Calling {
            #[pin]
            future: TaskLocalFuture<Arc<Slot>, F>,
        },
    }
}

impl<F, B> Future for AccessFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody,
{
    type Output = Result<ServiceResponse<EitherBody<EnvBody<B>>>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        if let StateProjection::Authenticating { future, call } = this.state.as_mut().project() {
            ready!(future.as_mut().poll(context));
            let Some(call) = call.take() else {
                return Poll::Ready(Err(Denied::broken().into()));
            };
            let future = SLOT.scope(Arc::clone(this.slot), call());
            this.state.set(State::Calling { future });
        }
        let StateProjection::Calling { future } = this.state.project() else {
            return Poll::Ready(Err(Denied::broken().into()));
        };
        let response = ready!(future.poll(context)).map_err(|error| failure(this.slot, error))?;
        Poll::Ready(Ok(finish(this.slot, response)))
    }
}
