//! The names of gates and of actix-web's route attributes.

/// What an attribute means to the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Gate,
    Route,
}

const GATES: &[&str] = &[
    "allows_public",
    "no_auth",
    "requires_group",
    "requires_internal",
    "requires_role",
    "requires_scope",
    "requires_user",
];

const ROUTES: &[&str] = &[
    "connect", "delete", "get", "head", "options", "patch", "post", "put", "query", "route",
    "routes", "trace",
];

/// The crates that gates come from; a path within the crate may lead there.
const OURS: &[&str] = &["guard_runtime", "guard_macros", "crate", "self", "super"];

/// What a path means, imports followed. A name that was not imported by name may come from a glob
/// import, so it is taken for ours.
pub(super) fn word(path: &[String]) -> Option<Word> {
    let (first, last) = (path.first()?.as_str(), path.last()?.as_str());
    if ROUTES.contains(&last) {
        return Some(Word::Route);
    }
    let is_ours = path.len() == 1 || OURS.contains(&first);
    (is_ours && GATES.contains(&last)).then_some(Word::Gate)
}
