//! A request body that can be read only behind a gate.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::web::Bytes;
use futures_core::Stream;

use crate::env::Slot;

/// Fails instead of yielding a byte to whoever has passed no gate.
pub(super) struct GatedPayload {
    inner: Payload,
    slot: Arc<Slot>,
}

impl GatedPayload {
    pub(super) fn wrap(inner: Payload, slot: &Arc<Slot>) -> Payload {
        if matches!(inner, Payload::None) {
            return inner;
        }
        let slot = Arc::clone(slot);
        Payload::from(Box::pin(Self { inner, slot })
            as Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>>)
    }
}

impl Stream for GatedPayload {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.slot.is_passed() {
            return Pin::new(&mut self.inner).poll_next(context);
        }
        let error = io::Error::other("the body was read before any gate");
        Poll::Ready(Some(Err(PayloadError::Io(error))))
    }
}
