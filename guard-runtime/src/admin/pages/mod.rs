//! Pages for people: what a browser shows.

mod access;
mod action;
mod at_site;
mod body;
mod files;
mod form;
mod form_page;
mod guard;
mod home;
mod layout;
mod link;
mod list;
mod nav;
mod needs;
mod plain;
mod records;
mod refers;
mod refusal;
mod routes;
mod said;
mod sign_in;
mod stop;
mod value;
mod view_as;
mod visit;

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use futures_core::future::LocalBoxFuture;

pub use access::Access;
pub(super) use at_site::{mounted as mounted_at_site, note, register as register_at_site};
pub(super) use guard::guard;
pub(super) use routes::{register, routes};
pub use sign_in::{Accounts, SignIn};
pub(super) use view_as::around as viewed_as;

use super::state::Served;
use stop::Stop;

/// What a route answers, or why it stops.
type Outcome = Result<HttpResponse, Stop>;

type Later = LocalBoxFuture<'static, Outcome>;

/// What answers a route.
type Handle = fn(Served, HttpRequest, Payload) -> Later;
