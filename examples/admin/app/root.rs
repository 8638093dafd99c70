//! The way to the site.

use actix_web::{Responder, get, web};
use guard_runtime::no_auth;
use guard_runtime::routes::Routes;

/// Registers it.
pub(crate) fn register(routes: &mut Routes<'_>) {
    routes.service(to_the_site);
}

#[no_auth]
#[get("/")]
async fn to_the_site() -> impl Responder {
    web::Redirect::to("/admin").see_other()
}
