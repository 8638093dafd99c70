//! The projects with their members, and forms to give them roles there and to take these away.

mod change;
mod list;
mod member;
mod one;
mod place;
mod roles;

use super::super::Handle;

pub(super) fn routes() -> Vec<(&'static str, &'static str, Handle)> {
    vec![
        ("GET", "", list::show),
        ("GET", "/{scope}/{project}", one::show),
        ("POST", "/{scope}/{project}/members", change::members),
    ]
}
