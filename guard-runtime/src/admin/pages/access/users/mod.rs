//! The users with what they have, and forms to hand out and take away.

mod change;
mod list;
mod one;
mod person;

use super::super::Handle;

pub(super) fn routes() -> Vec<(&'static str, &'static str, Handle)> {
    vec![
        ("GET", "", list::show),
        ("GET", "/user", one::show),
        ("POST", "/groups", change::groups),
        ("POST", "/roles", change::roles),
    ]
}
