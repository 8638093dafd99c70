//! The extractor into which the attributes turn a handler's own.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::dev::Payload;
use actix_web::{Error, FromRequest, HttpRequest};
use futures_core::future::LocalBoxFuture;
use pin_project_lite::pin_project;

use super::decide::{Entered, decide, enter};
use super::{Require, Requirement};
use crate::denied::Denied;

/// The extractors `T` of a handler behind the gate `R`: the gate decides first, and only then are
/// they asked.
pub struct Guarded<R, T> {
    extracted: T,
    gate: PhantomData<fn() -> R>,
}

impl<R, T> Guarded<R, T> {
    /// What was extracted.
    pub fn into_inner(self) -> T {
        self.extracted
    }
}

impl<R, T: fmt::Debug> fmt::Debug for Guarded<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Guarded").field(&self.extracted).finish()
    }
}

impl<R: Require, T: FromRequest> FromRequest for Guarded<R, T> {
    type Error = Error;
    type Future = GuardedFuture<R, T>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let state = match enter(request, R::REQUIREMENT) {
            Entered::Decided(Ok(())) => State::Extracting {
                extracting: T::from_request(request, payload),
            },
            Entered::Decided(Err(denied)) => State::Refused {
                denied: Some(denied),
            },
            Entered::Waiting(waiting) => State::Waiting {
                waiting,
                gate: R::REQUIREMENT,
                request: request.clone(),
                payload: payload.take(),
            },
        };
        GuardedFuture {
            state,
            gate: PhantomData,
        }
    }
}

pin_project! {
    /// Decides, then extracts.
    pub struct GuardedFuture<R, T: FromRequest> {
        #[pin]
        state: State<T::Future>,
        gate: PhantomData<fn() -> R>,
    }
}

impl<R, T: FromRequest> fmt::Debug for GuardedFuture<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GuardedFuture")
    }
}

pin_project! {
    #[project = StateProjection]
    enum State<F> {
        // Who is asking, or where, is being found out; the body stays unread.
        Waiting {
            waiting: LocalBoxFuture<'static, ()>,
            gate: &'static Requirement,
            request: HttpRequest,
            payload: Payload,
        },
        Extracting {
            #[pin]
            extracting: F,
        },
        Refused {
            denied: Option<Denied>,
        },
    }
}

impl<R: Require, T: FromRequest> Future for GuardedFuture<R, T> {
    type Output = Result<Guarded<R, T>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        loop {
            let next = match this.state.as_mut().project() {
                StateProjection::Waiting {
                    waiting,
                    gate,
                    request,
                    payload,
                } => {
                    ready!(waiting.as_mut().poll(context));
                    match decide(request, gate) {
                        Ok(()) => State::Extracting {
                            extracting: T::from_request(request, payload),
                        },
                        Err(denied) => State::Refused {
                            denied: Some(denied),
                        },
                    }
                }
                StateProjection::Extracting { extracting } => {
                    let extracted = ready!(extracting.poll(context));
                    return Poll::Ready(extracted.map_err(Into::into).map(|extracted| Guarded {
                        extracted,
                        gate: PhantomData,
                    }));
                }
                StateProjection::Refused { denied } => {
                    // Polled again after it was ready: still refused.
                    let denied = denied.take().unwrap_or_else(Denied::broken);
                    return Poll::Ready(Err(denied.into()));
                }
            };
            this.state.set(next);
        }
    }
}
