//! The users with what they have, and forms to hand out and take away.

mod change;
mod holdings;
mod list;
mod one;
mod person;

pub(in crate::admin::pages) use self::change::refused;
pub(in crate::admin::pages) use self::one::find;

use super::super::{Handle, view_as};

pub(super) fn routes() -> Vec<(&'static str, &'static str, Handle)> {
    vec![
        ("GET", "", list::show),
        ("GET", "/user", one::show),
        ("POST", "/groups", change::groups),
        ("POST", "/roles", change::roles),
        ("POST", "/view-as", view_as::begin),
    ]
}
