//! A response body in which the env lives on.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::web::Bytes;
use pin_project_lite::pin_project;

use crate::env::{SLOT, Slot};

pin_project! {
    /// The body of a response: what streams it finds the env of the request.
    pub struct EnvBody<B> {
        #[pin]
        inner: B,
        slot: Arc<Slot>,
    }
}

impl<B> std::fmt::Debug for EnvBody<B> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EnvBody")
    }
}

impl<B> EnvBody<B> {
    pub(crate) fn new(inner: B, slot: Arc<Slot>) -> Self {
        Self { inner, slot }
    }
}

impl<B: MessageBody> MessageBody for EnvBody<B> {
    type Error = B::Error;

    fn size(&self) -> BodySize {
        self.inner.size()
    }

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        let this = self.project();
        SLOT.sync_scope(Arc::clone(this.slot), || this.inner.poll_next(context))
    }

    fn try_into_bytes(self) -> Result<Bytes, Self> {
        let Self { inner, slot } = self;
        inner.try_into_bytes().map_err(|inner| Self { inner, slot })
    }
}
