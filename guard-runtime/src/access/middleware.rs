//! The middleware itself.

use std::fmt;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header;
use actix_web::{Error, HttpMessage, HttpResponse, ResponseError};
use futures_core::future::LocalBoxFuture;
use pin_project_lite::pin_project;
use tokio::task::futures::TaskLocalFuture;

use super::payload::GatedPayload;
use super::strict::replacement;
use super::{AccessControl, Control, EnvBody, Strict, authenticate};
use crate::denied::Denied;
use crate::env::{RequestId, SLOT, Slot};

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
        let id = RequestId::of(request.headers());
        let slot = Arc::new(Slot::open(Arc::clone(&self.control), id));
        if self.control.strict == Strict::On {
            let payload = GatedPayload::wrap(request.take_payload(), &slot);
            request.set_payload(payload);
        }
        if self.control.early {
            if let Some(future) = authenticate(&slot, request.head()) {
                let service = Rc::clone(&self.service);
                let inside = Arc::clone(&slot);
                let call = move || SLOT.sync_scope(inside, || service.call(request));
                return AccessFuture {
                    state: State::Authenticating {
                        future,
                        call: Some(Box::new(call)),
                    },
                    slot,
                };
            }
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
        let response = ready!(future.poll(context))?;
        Poll::Ready(Ok(finish(this.slot, response)))
    }
}

/// Lets the answer out: of a gated handler as it is, of an ungated one never.
fn finish<B: MessageBody>(
    slot: &Arc<Slot>,
    response: ServiceResponse<B>,
) -> ServiceResponse<EitherBody<EnvBody<B>>> {
    let Some(control) = slot.control() else {
        return response.map_body(|_, body| EitherBody::left(EnvBody::new(body, Arc::clone(slot))));
    };
    if control.strict != Strict::Off {
        if let Some(denied) = replacement(slot, &response) {
            return answer(control, response, &denied);
        }
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
    if let Some(challenge) = challenge.headers().get(header::WWW_AUTHENTICATE) {
        if rendered.status() == denied.status_code()
            && !rendered.headers().contains_key(header::WWW_AUTHENTICATE)
        {
            rendered
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, challenge.clone());
        }
    }
    ServiceResponse::new(request, rendered.map_into_right_body())
}
