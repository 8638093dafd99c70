//! What the gates of a page and of all it stands under demand together.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::Node;
use super::page_action::ActionWords;
use crate::gate::{Requirement, registry};

/// Which of a page's routes it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    /// Those that answer programs.
    Crud,
    /// Those that browsers show.
    Pages,
}

/// All gates before the routes of a page, outermost first.
pub(super) fn demanded(
    page: &'static Node,
    side: Side,
    more: &'static [&'static Requirement],
) -> &'static Requirement {
    known((page.id(), side, None), || joined(page, more, &[]))
}

/// The same of a custom action, which has gates of its own.
pub(super) fn demanded_of(
    page: &'static Node,
    side: Side,
    more: &'static [&'static Requirement],
    action: &'static ActionWords,
) -> &'static Requirement {
    let key = (page.id(), side, Some(action.name));
    known(key, || joined(page, more, action.gates))
}

/// A page or an action of it, and which of its routes.
type Key = (TypeId, Side, Option<&'static str>);

fn known(key: Key, demanded: impl FnOnce() -> &'static Requirement) -> &'static Requirement {
    /// As many as there are pages: what is demanded lasts as long as the program, like the gates of
    /// attributes.
    static KNOWN: Mutex<Option<HashMap<Key, &'static Requirement>>> = Mutex::new(None);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    known.entry(key).or_insert_with(demanded)
}

/// Puts the gates before the routes of a page into the registry of gates.
pub(super) fn note(page: &'static Node, mut routes: Vec<Behind>) {
    while let Some(gate) = routes.first().map(|it| it.gate) {
        let (same, others) = routes.into_iter().partition(|it| it.gate == gate);
        let same: Vec<Behind> = same;
        let same = same.into_iter().map(|it| (it.method, it.path));
        let same = same.collect::<Vec<_>>();
        registry::note_page(page.title(), page.module(), page.place(), gate, &same);
        routes = others;
    }
}

/// A route, and what stands before it.
pub(super) struct Behind {
    pub(super) method: &'static str,
    /// With the paths of its page and its site.
    pub(super) path: String,
    pub(super) gate: &'static Requirement,
}

/// At least one of these.
pub(super) fn one_of(
    site: &'static Node,
    gates: Vec<&'static Requirement>,
) -> &'static Requirement {
    static KNOWN: Mutex<Option<HashMap<TypeId, &'static Requirement>>> = Mutex::new(None);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    known.entry(site.id()).or_insert_with(|| {
        let mut all = vec![demanded(site, Side::Pages, &[])];
        all.extend(gates);
        let mut different = Vec::new();
        for gate in &all {
            if !different.contains(gate) && !adds_nothing(gate, &all) {
                different.push(*gate);
            }
        }
        match different.as_slice() {
            [only] => only,
            _ => Box::leak(Box::new(Requirement::Any(Vec::leak(different)))),
        }
    })
}

/// Whether it demands one of the others and more. Who is refused is not to read of all that, either.
fn adds_nothing(gate: &Requirement, others: &[&'static Requirement]) -> bool {
    match gate {
        Requirement::All(parts) => parts.iter().any(|part| others.contains(part)),
        _ => false,
    }
}

fn joined(
    page: &'static Node,
    more: &'static [&'static Requirement],
    own: &'static [&'static Requirement],
) -> &'static Requirement {
    let mut levels = page.asked().collect::<Vec<_>>();
    levels.reverse();
    let gates = levels.into_iter().flat_map(|level| level.words.gates);
    let mut all = Vec::new();
    for gate in gates.chain(more).chain(own).copied() {
        if !all.contains(&gate) {
            all.push(gate);
        }
    }
    match all.as_slice() {
        [only] => only,
        // Nothing demands nothing, and a site without a gate does not exist: nobody passes.
        [] => const { &Requirement::Any(&[]) },
        _ => Box::leak(Box::new(Requirement::All(Vec::leak(all)))),
    }
}
