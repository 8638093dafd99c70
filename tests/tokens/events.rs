//! Records what the framework logs.
#![allow(dead_code, reason = "each test uses its own part")]

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, Once, PoisonError};
use std::thread::{self, ThreadId};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// One event of `guard_runtime`.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    pub(crate) level: Level,
    pub(crate) fields: BTreeMap<String, String>,
    thread: ThreadId,
}

static EVENTS: Mutex<Vec<Recorded>> = Mutex::new(Vec::new());

/// Records from now on, in the whole process.
pub(crate) fn record() {
    static ONCE: Once = Once::new();

    ONCE.call_once(|| {
        let installed = tracing::subscriber::set_global_default(Recorder);
        assert!(installed.is_ok(), "another subscriber is in force");
    });
}

/// The refusals on this thread since the last call.
pub(crate) fn refusals() -> Vec<Recorded> {
    let mine = thread::current().id();
    let mut events = EVENTS.lock().unwrap_or_else(PoisonError::into_inner);
    let (taken, others) = events.drain(..).partition(|event| event.thread == mine);
    *events = others;
    let taken: Vec<Recorded> = taken;
    taken
        .into_iter()
        .filter(|event| event.fields.contains_key("problem"))
        .collect()
}

/// All that was recorded on any thread and not taken yet, as text.
pub(crate) fn text() -> String {
    let events = EVENTS.lock().unwrap_or_else(PoisonError::into_inner);
    format!("{events:?}")
}

struct Recorder;

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target().starts_with("guard_runtime")
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let recorded = Recorded {
            level: *event.metadata().level(),
            fields: fields.0,
            thread: thread::current().id(),
        };
        EVENTS
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(recorded);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Fields(BTreeMap<String, String>);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}
