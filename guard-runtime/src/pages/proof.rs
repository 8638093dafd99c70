//! What proves that our own pages made a change, where the session is in a cookie.

use actix_web::http::header::HeaderMap;

use crate::authn::find_credential;
use crate::env::current_slot;

/// What the pages send as `x-csrf-token`; nothing where no cookie brought the session.
pub(crate) fn proof(headers: &HeaderMap) -> Option<String> {
    let slot = current_slot()?;
    let control = slot.control()?;
    let cookie = control.cookie.as_ref()?;
    let found = find_credential(headers, &control.authenticators, Some(&cookie.name));
    let session = found.ok()?.filter(|it| it.from_cookie)?;
    Some(cookie.csrf.token_for(session.secret))
}
