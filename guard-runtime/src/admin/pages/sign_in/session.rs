//! The session: a token in a cookie.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time};

use crate::access::Control;
use crate::admin::pages::stop::Stop;
use crate::authn::{AuthError, IssuedToken, find_credential, now};
use crate::denied::{Denied, Reason};
use crate::env::current_slot;

/// The access control around the site, and the name of its cookie.
pub(super) fn control() -> Result<(Arc<Control>, String), Denied> {
    let slot = current_slot();
    let Some(control) = slot.as_ref().and_then(|it| it.control()) else {
        return Err(Denied::here(Reason::NoMiddleware));
    };
    let Some(cookie) = &control.cookie else {
        let why = "users sign in here, and the access control accepts no cookie: give it a `session_cookie`";
        tracing::error!("{why}");
        return Err(Denied::here(Reason::Broken(why)));
    };
    Ok((Arc::clone(control), cookie.name.clone()))
}

/// Revokes the session that the request came with, if it is one that is believed.
pub(super) async fn end(request: &HttpRequest, control: &Control, name: &str) -> Result<(), Stop> {
    let found = find_credential(request.headers(), &control.authenticators, Some(name));
    let Some(found) = found.ok().flatten().filter(|it| it.from_cookie) else {
        return Ok(());
    };
    let authenticator = found.authenticator;
    let authenticator = authenticator.and_then(|at| control.authenticators.get(at));
    let Some(authenticator) = authenticator else {
        return Ok(());
    };
    match authenticator.authenticate(found.secret).get().await {
        Ok(identity) => {
            if let (Some(id), Some(end)) = (identity.token_id, identity.expires_at) {
                control.revocations.revoke_token(id, end);
            }
            Ok(())
        }
        // One that proves nothing is no session.
        Err(AuthError::Invalid(_)) => Ok(()),
        Err(AuthError::Unavailable(what)) => Err(Denied::unavailable(what).into()),
    }
}

/// The cookie of a new session: for the site alone, out of reach of scripts and of other sites' forms.
pub(super) fn cookie(
    name: String,
    path: &'static str,
    is_secure: bool,
    issued: &IssuedToken,
) -> Cookie<'static> {
    let lifetime = issued.expires_at.saturating_sub(now()).max(0);
    Cookie::build(name, issued.token.clone())
        .path(path)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(is_secure)
        .max_age(time::Duration::seconds(lifetime))
        .finish()
}

/// The same without a session: browsers forget it.
pub(super) fn no_cookie(name: String, path: &'static str, is_secure: bool) -> Cookie<'static> {
    Cookie::build(name, "")
        .path(path)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(is_secure)
        .max_age(time::Duration::ZERO)
        .finish()
}
