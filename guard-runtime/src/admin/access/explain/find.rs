//! The gates that a question is about.

use super::About;
use crate::admin::access::{AskError, QueryError, Wanted, routes};
use crate::gate::Requirement;
use crate::routes::Mounted;

/// The gates before a route; nothing if it is about something else.
pub(super) fn gates(
    about: &About,
    mounted: &[Mounted],
) -> Result<Option<Vec<&'static Requirement>>, AskError> {
    let About::Route(method, path) = about else {
        return Ok(None);
    };
    let here = routes(mounted).into_iter();
    let is_here = |it: &routes::RouteRow| {
        it.path == *path && (it.method == *method || it.method == "any" && method != "any")
    };
    let mut found = here.filter(is_here).collect::<Vec<_>>();
    found.dedup_by(|one, other| one.gates == other.gates);
    match found.as_slice() {
        [] => Err(AskError::Unknown("route")),
        [only] => Ok(Some(only.gates.clone())),
        _ => {
            Err(QueryError::new("path", "there are two handlers here with different gates").into())
        }
    }
}

/// A gate of this alone; nothing where no gate can name it.
pub(super) fn leaf(wanted: &Wanted) -> Option<Requirement> {
    match wanted {
        Wanted::Permission(permission) => Some(Requirement::Permission(*permission)),
        Wanted::Group(group) => Some(Requirement::Group(*group)),
        Wanted::Role(role) => role.role().map(Requirement::Role),
        Wanted::Model(..) => None,
    }
}
