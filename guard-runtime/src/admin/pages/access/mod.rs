//! The pages about access: who may do what, and why. Who may see them, their gates say.

mod cells;
mod changes;
mod explain;
mod form;
mod given;
mod hand_out;
mod holders;
mod known;
mod matrix;
mod needs;
mod projects;
mod query;
mod routes;
mod shown;
mod tokens;
pub(super) mod users;
mod verdict;
mod who_can;

pub use given::Access;

use super::Handle;
use crate::admin::shows::Shows;

/// The routes of such a page, below its path.
pub(super) fn routes(shows: Shows) -> Vec<(&'static str, &'static str, Handle)> {
    match shows {
        Shows::Matrix => vec![("GET", "", matrix::show)],
        Shows::Explain => vec![("GET", "", explain::show)],
        Shows::Routes => vec![("GET", "", routes::show)],
        Shows::WhoCan => vec![("GET", "", who_can::show)],
        Shows::Changes => vec![("GET", "", changes::show)],
        Shows::Users => users::routes(),
        Shows::Projects => projects::routes(),
        Shows::Tokens => tokens::routes(),
    }
}
