//! What a request knows of its access control, in a task-local.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::{Env, RequestId};
use crate::Id;
use crate::access::{Caller, Control};

tokio::task_local! {
    /// The slot of the request, or of the job, that runs now.
    pub(crate) static SLOT: Arc<Slot>;
}

/// Opened by the middleware, filled by the first gate, read by everything below.
pub(crate) struct Slot {
    pub(crate) request_id: RequestId,
    control: Option<Arc<Control>>,
    /// The slot of the access control around this one, where there are two.
    outer: Option<Arc<Slot>>,
    /// The user behind the credentials, also one who may not come in.
    uid: OnceLock<Id>,
    caller: OnceLock<Caller>,
    env: OnceLock<Env>,
    decided: AtomicBool,
    passed: AtomicBool,
}

impl Slot {
    pub(crate) fn open(control: Arc<Control>, request_id: RequestId) -> Self {
        Self {
            request_id,
            control: Some(control),
            outer: SLOT.try_with(Arc::clone).ok(),
            uid: OnceLock::new(),
            caller: OnceLock::new(),
            env: OnceLock::new(),
            decided: AtomicBool::new(false),
            passed: AtomicBool::new(false),
        }
    }

    /// A slot in which the env is in force already; gates below decide about its user.
    pub(crate) fn with_env(env: Env, outer: Option<&Self>) -> Self {
        Self {
            request_id: outer.map_or_else(RequestId::made, |outer| outer.request_id.clone()),
            control: outer.and_then(|outer| outer.control.clone()),
            // What runs in a scope of its own says nothing about the handler's gate.
            outer: None,
            uid: OnceLock::new(),
            caller: OnceLock::from(Caller::Known(env.clone())),
            env: OnceLock::from(env),
            decided: AtomicBool::new(true),
            passed: AtomicBool::new(true),
        }
    }

    pub(crate) fn control(&self) -> Option<&Arc<Control>> {
        self.control.as_ref()
    }

    pub(crate) fn caller(&self) -> Option<&Caller> {
        self.caller.get()
    }

    /// Notes who is asking. Only the first answer counts.
    pub(crate) fn set_caller(&self, caller: Caller) {
        let _ = self.caller.set(caller);
    }

    /// The user behind the credentials. Not what a token says, but whom the directory knows.
    pub(crate) fn uid(&self) -> Option<&Id> {
        self.uid.get()
    }

    pub(crate) fn set_uid(&self, uid: &Id) {
        let _ = self.uid.set(uid.clone());
    }

    pub(crate) fn env(&self) -> Option<&Env> {
        self.env.get()
    }

    /// A gate was passed, with this env.
    pub(crate) fn pass(&self, env: &Env) {
        if self.env.get().is_none() {
            let _ = self.env.set(env.clone());
        }
        self.pass_without_env();
    }

    /// A gate was passed that has no env.
    pub(crate) fn pass_without_env(&self) {
        self.passed.store(true, Ordering::Relaxed);
        self.decided.store(true, Ordering::Relaxed);
        if let Some(outer) = &self.outer {
            outer.pass_without_env();
        }
    }

    /// A gate has refused: its answer is all that leaves.
    pub(crate) fn refuse(&self) {
        self.decided.store(true, Ordering::Relaxed);
        if let Some(outer) = &self.outer {
            outer.refuse();
        }
    }

    /// Whether a gate let the request through, so that it may be read.
    pub(crate) fn is_passed(&self) -> bool {
        self.passed.load(Ordering::Relaxed)
    }

    /// Whether a gate stands behind the answer, either way.
    pub(crate) fn is_decided(&self) -> bool {
        self.decided.load(Ordering::Relaxed)
    }
}

/// Runs `f` with the current slot, if there is one.
pub(crate) fn with_slot<R>(f: impl FnOnce(Option<&Arc<Slot>>) -> R) -> R {
    let mut f = Some(f);
    let found = SLOT.try_with(|slot| f.take().map(|f| f(Some(slot))));
    match (found.ok().flatten(), f) {
        (Some(result), _) => result,
        (None, Some(f)) => f(None),
        (None, None) => unreachable!("`f` answers where it is taken"),
    }
}
