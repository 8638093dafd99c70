//! Every endpoint with its gate, and what a permission, a group or a role opens.

mod export;
mod list;
mod opens;
mod row;
mod subject;
pub(super) mod ways;

pub use list::{registered, routes};
pub use opens::{OpenedRoute, Opening};
pub use row::{OpenTo, RouteRow};
pub use subject::Subject;
pub(super) use subject::gives;
