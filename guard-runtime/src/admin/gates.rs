//! What the gates of a page and of all it stands under demand together.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::Node;
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
    /// As many as there are pages: what is demanded lasts as long as the program, like the gates of
    /// attributes.
    static KNOWN: Mutex<Option<HashMap<(TypeId, Side), &'static Requirement>>> = Mutex::new(None);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    known
        .entry((page.id(), side))
        .or_insert_with(|| joined(page, more))
}

/// Puts the gate before the routes of a page into the registry of gates.
pub(super) fn note(
    page: &'static Node,
    gate: &'static Requirement,
    routes: &[(&'static str, String)],
) {
    if !routes.is_empty() {
        let (file, line) = page.place();
        registry::note_page(page.title(), page.module(), (file, line), gate, routes);
    }
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

fn joined(page: &'static Node, more: &'static [&'static Requirement]) -> &'static Requirement {
    let mut levels = page.asked().collect::<Vec<_>>();
    levels.reverse();
    let gates = levels.into_iter().flat_map(|level| level.words.gates);
    let mut all = Vec::new();
    for gate in gates.chain(more).copied() {
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
