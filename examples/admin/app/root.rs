//! The way to the site, and what stands beside it.

use actix_web::{Responder, get, web};
use guard_runtime::no_auth;
use guard_runtime::routes::Routes;
use guard_runtime::tokens::{AccessTokens, TokenPage};

use super::permissions::scopes::account::tokens as own;

/// Registers it.
pub(crate) fn register(routes: &mut Routes<'_>, tokens: &AccessTokens) {
    routes.service(to_the_site);
    // Below the site's path, for which the cookie of the session is.
    let page = TokenPage::new("/admin/tokens", tokens).own(own::GET, own::CREATE, own::DELETE);
    routes.service(page.home("/admin", "Tidewater"));
}

#[no_auth]
#[get("/")]
async fn to_the_site() -> impl Responder {
    web::Redirect::to("/admin").see_other()
}
