//! What a request knows of its access control, in a task-local.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use actix_web::dev::RequestHead;

use super::trail::Trail;
use super::{Env, RequestId};
use crate::Id;
use crate::access::{Caller, Control};
use crate::gate::Requirement;
use crate::scope::{ProjectAnswer, ProjectKey};

tokio::task_local! {
    /// The slot of the request, or of the job, that runs now.
    pub(crate) static SLOT: Arc<Slot>;
}

/// Opened by the middleware, filled by the first gate, read by everything below.
pub(crate) struct Slot {
    pub(crate) request_id: RequestId,
    control: Option<Arc<Control>>,
    /// Which request this is: the address of its head, for as long as it lives.
    request: usize,
    /// The slot around this one: of an access control around this one, or of another env.
    outer: Option<Arc<Slot>>,
    /// The user behind the credentials, for the log: also one who may not come in.
    uid: OnceLock<Id>,
    caller: OnceLock<Caller>,
    env: OnceLock<Env>,
    /// A gate stands behind the answer, either way.
    decided: AtomicBool,
    /// A gate let the request through, so that it may be read.
    passed: AtomicBool,
    /// A routing guard could not wait for the directory.
    waited: AtomicBool,
    /// What was found out about projects, so that each is asked for once.
    projects: Mutex<Vec<(ProjectKey, ProjectAnswer)>>,
    /// The gates passed so far that demand permissions, outermost first.
    gates: Mutex<Trail>,
}

impl Slot {
    pub(crate) fn open(control: Arc<Control>, head: &RequestHead) -> Self {
        Self {
            request_id: RequestId::of(head.headers()),
            control: Some(control),
            request: address(head),
            outer: current_slot(),
            uid: OnceLock::new(),
            caller: OnceLock::new(),
            env: OnceLock::new(),
            decided: AtomicBool::new(false),
            passed: AtomicBool::new(false),
            waited: AtomicBool::new(false),
            projects: Mutex::default(),
            gates: Mutex::default(),
        }
    }

    /// A slot in which the env is in force already; gates below decide about its user.
    pub(crate) fn with_env(env: Env) -> Self {
        let outer = current_slot();
        let around = outer.as_ref();
        Self {
            request_id: around.map_or_else(RequestId::made, |it| it.request_id.clone()),
            control: around.and_then(|it| it.control.clone()),
            request: around.map_or(0, |it| it.request),
            outer,
            uid: OnceLock::new(),
            caller: OnceLock::from(Caller::Known(env.clone())),
            env: OnceLock::from(env),
            decided: AtomicBool::new(true),
            passed: AtomicBool::new(true),
            waited: AtomicBool::new(false),
            projects: Mutex::default(),
            gates: Mutex::default(),
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
    pub(crate) fn pass(&self, head: &RequestHead, env: &Env) {
        if self.env.get().is_none() {
            let _ = self.env.set(env.clone());
        }
        self.pass_without_env(head);
    }

    /// A gate was passed that has no env.
    pub(crate) fn pass_without_env(&self, head: &RequestHead) {
        self.passed.store(true, Ordering::Relaxed);
        self.refuse(head);
        self.around(head, |slot| slot.passed.store(true, Ordering::Relaxed));
    }

    /// A gate has refused: its answer is all that leaves.
    pub(crate) fn refuse(&self, head: &RequestHead) {
        self.decided.store(true, Ordering::Relaxed);
        self.around(head, |slot| slot.decided.store(true, Ordering::Relaxed));
    }

    /// The slots around this one that are of the same request. A gate of another request, which a
    /// handler has made of its own, says nothing about this one.
    fn around(&self, head: &RequestHead, note: impl Fn(&Self)) {
        let mut outer = self.outer.as_ref();
        while let Some(slot) = outer {
            if slot.request == address(head) {
                note(slot);
            }
            outer = slot.outer.as_ref();
        }
    }

    /// Whether this is the env of the slot's caller: what is known of one holds of the other.
    pub(crate) fn is_of(&self, env: &Env) -> bool {
        matches!(self.caller(), Some(Caller::Known(mine)) if mine.is(env))
    }

    /// What is known of a project already.
    pub(crate) fn project(&self, key: &ProjectKey) -> Option<ProjectAnswer> {
        let projects = self.projects.lock().unwrap_or_else(PoisonError::into_inner);
        let mut known = projects.iter().filter(|(known, _)| known == key);
        known.next().map(|(_, answer)| answer.clone())
    }

    pub(crate) fn note_project(&self, key: ProjectKey, answer: ProjectAnswer) {
        let mut projects = self.projects.lock().unwrap_or_else(PoisonError::into_inner);
        projects.push((key, answer));
    }

    pub(crate) fn note_gate(&self, gate: &'static Requirement) {
        let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        gates.push(gate);
    }

    /// The gates passed so far that demand permissions, outermost first.
    pub(crate) fn gates(&self) -> Vec<&'static Requirement> {
        let outer = self.outer.as_ref().filter(|it| it.request == self.request);
        let mut all = outer.map(|it| it.gates()).unwrap_or_default();
        let gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(gates.iter());
        all
    }

    pub(crate) fn note_wait(&self) {
        self.waited.store(true, Ordering::Relaxed);
    }

    /// Whether a routing guard of this request could not wait for the directory.
    pub(crate) fn has_waited(&self) -> bool {
        self.waited.load(Ordering::Relaxed)
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

fn address(head: &RequestHead) -> usize {
    std::ptr::from_ref(head).addr()
}

/// The slot of the request or the job that runs now. It is handed out and not lent, so that what is
/// called with it may enter a scope of its own.
pub(crate) fn current_slot() -> Option<Arc<Slot>> {
    SLOT.try_with(Arc::clone).ok()
}
