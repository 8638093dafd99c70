//! The registry of gates: what the attributes and the gates made by hand leave behind.

use std::fmt;
use std::panic::Location;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::Requirement;
#[cfg(feature = "admin")]
use crate::role::RoleRef;

/// One gate of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GateEntry {
    /// The handler's name; empty for a layer.
    pub handler: &'static str,
    /// The module it stands in; empty where it was made by hand.
    pub module: &'static str,
    /// The source file.
    pub file: &'static str,
    /// The line in it.
    pub line: u32,
    /// Methods and paths, where a route attribute stands below the gate. Prefixes of scopes are
    /// not known here.
    pub routes: &'static [(&'static str, &'static str)],
    /// What it demands.
    pub requirement: &'static Requirement,
    /// What it stands on.
    pub place: Place,
}

/// What a gate stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// A handler with attributes.
    #[serde(rename = "attribute")]
    Attribute,
    /// A handler that was wrapped by hand.
    #[serde(rename = "by hand")]
    Handler,
    /// A route, a scope or an application: middleware.
    #[serde(rename = "layer")]
    Layer,
    /// A page of an admin site, with all it stands under.
    #[serde(rename = "page")]
    Page,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Attribute => "attribute",
            Self::Handler => "by hand",
            Self::Layer => "layer",
            Self::Page => "page",
        })
    }
}

inventory::collect!(GateEntry);

/// Gates made by hand, which only the running program knows.
static BY_HAND: Mutex<Vec<GateEntry>> = Mutex::new(Vec::new());

/// Notes a gate made by hand; each worker of a server makes the same one again.
pub(crate) fn note(
    location: &'static Location<'static>,
    requirement: &'static Requirement,
    place: Place,
    handler: &'static str,
) {
    let entry = GateEntry {
        handler,
        module: "",
        file: location.file(),
        line: location.line(),
        routes: &[],
        requirement,
        place,
    };
    let mut noted = BY_HAND.lock().unwrap_or_else(PoisonError::into_inner);
    if !noted.contains(&entry) {
        noted.push(entry);
    }
}

/// Notes the gate before the routes of an admin page.
#[cfg(feature = "admin")]
pub(crate) fn note_page(
    handler: &'static str,
    module: &'static str,
    (file, line): (&'static str, u32),
    requirement: &'static Requirement,
    routes: &[(&'static str, String)],
) {
    let mut noted = BY_HAND.lock().unwrap_or_else(PoisonError::into_inner);
    let is_known = |it: &GateEntry| {
        let known = it.routes.iter().copied();
        let known = known.eq(routes.iter().map(|(method, path)| (*method, path.as_str())));
        it.place == Place::Page && (it.file, it.line) == (file, line) && known
    };
    if !noted.iter().any(is_known) {
        let routes = routes.iter();
        let routes = routes.map(|(method, path)| (*method, &*path.clone().leak()));
        noted.push(GateEntry {
            handler,
            module,
            file,
            line,
            // As long as the program, like those of attributes; each page once.
            routes: Vec::leak(routes.collect()),
            requirement,
            place: Place::Page,
        });
    }
}

/// Whether one of the gates known so far names this role.
#[cfg(feature = "admin")]
pub(crate) fn names_role(role: RoleRef) -> bool {
    let by_hand = BY_HAND.lock().unwrap_or_else(PoisonError::into_inner);
    let by_hand = by_hand.iter().map(|it| it.requirement);
    let attributes = inventory::iter::<GateEntry>.into_iter();
    let mut all = by_hand.chain(attributes.map(|it| it.requirement));
    all.any(|it| names(it, role))
}

#[cfg(feature = "admin")]
fn names(gate: &Requirement, role: RoleRef) -> bool {
    match gate {
        Requirement::Role(named) => *named == role,
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().any(|it| names(it, role)),
        _ => false,
    }
}

/// All gates of the program, by file and line: those of all attributes, and those made by hand
/// that the program has come past so far.
///
/// ```
/// use guard_runtime::requires_internal;
///
/// #[requires_internal]
/// async fn settings() -> &'static str {
///     "settings"
/// }
///
/// let gates = guard_runtime::gates();
/// assert!(gates.iter().any(|gate| gate.handler == "settings"
///     && gate.requirement.to_string() == "internal"));
/// ```
#[must_use]
pub fn gates() -> Vec<GateEntry> {
    let by_hand = BY_HAND.lock().unwrap_or_else(PoisonError::into_inner);
    let mut gates = by_hand.clone();
    gates.extend(inventory::iter::<GateEntry>.into_iter().cloned());
    gates.sort_by_key(|gate| {
        (
            gate.file,
            gate.line,
            gate.handler,
            gate.requirement.to_string(),
        )
    });
    gates
}
