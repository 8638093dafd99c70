//! The personal access tokens of everybody, and a button to revoke each.

mod list;
mod revoke;
mod row;
mod table;

use super::super::Handle;

pub(super) fn routes() -> Vec<(&'static str, &'static str, Handle)> {
    vec![("GET", "", list::show), ("POST", "/revoke", revoke::revoke)]
}
