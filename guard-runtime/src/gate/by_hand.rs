//! Handlers that are gated where they are registered.

use std::fmt;

use actix_web::{FromRequest, Handler};

use super::registry::{self, Place};
use super::{Gate, Guarded, Require};

/// A handler behind a gate: what [`Gate::handler`] makes.
pub struct GatedHandler<R, F> {
    gate: Gate<R>,
    handler: F,
}

impl<R, F: Clone> Clone for GatedHandler<R, F> {
    fn clone(&self) -> Self {
        Self {
            gate: self.gate,
            handler: self.handler.clone(),
        }
    }
}

impl<R: Require, F> GatedHandler<R, F> {
    pub(super) fn new(gate: Gate<R>, handler: F) -> Self {
        let name = std::any::type_name::<F>();
        registry::note(gate.location(), R::REQUIREMENT, Place::Handler, name);
        Self { gate, handler }
    }
}

impl<R: Require, F> fmt::Debug for GatedHandler<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatedHandler")
            .field("gate", &self.gate)
            .finish_non_exhaustive()
    }
}

impl<R, F, Args> Handler<(Guarded<R, Args>,)> for GatedHandler<R, F>
where
    R: Require,
    F: Handler<Args>,
    Args: FromRequest,
{
    type Output = F::Output;
    type Future = F::Future;

    fn call(&self, (guarded,): (Guarded<R, Args>,)) -> Self::Future {
        self.handler.call(guarded.into_inner())
    }
}
