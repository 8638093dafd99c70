//! The challenge of RFC 6750: how to authenticate, and what a token would need.

use actix_web::http::header::{HeaderValue, InvalidHeaderValue};
use actix_web::web::Bytes;

use super::{DEFAULT_REALM, Denied, Reason};

/// How to authenticate, where the refusal is about that.
pub(crate) fn challenge_of(denied: &Denied) -> Option<HeaderValue> {
    let reason = denied.reason;
    let control = denied.control.as_ref();
    let realm = control.map_or(DEFAULT_REALM, |it| &it.realm);
    match (reason.oauth_error(), control) {
        (None, Some(control)) if reason == Reason::NoCredentials => Some(control.challenge.clone()),
        (None, None) if reason == Reason::NoCredentials => challenge(realm).ok(),
        (None, _) => None,
        (Some(error), _) => {
            let scope = denied.scope();
            let (before, after) = if scope.is_empty() {
                ("", "")
            } else {
                (", scope=\"", "\"")
            };
            let parts = [
                "Bearer realm=\"",
                realm,
                "\", error=\"",
                error,
                "\", error_description=\"",
                reason.title(),
                "\"",
                before,
                scope,
                after,
            ];
            header(&parts).ok()
        }
    }
}

/// `Bearer realm="…"`: the challenge of a request without credentials.
pub(crate) fn challenge(realm: &str) -> Result<HeaderValue, InvalidHeaderValue> {
    header(&["Bearer realm=\"", realm, "\""])
}

/// Realms were checked, the other texts are ours or names of permissions: none of them has to be
/// escaped.
fn header(parts: &[&str]) -> Result<HeaderValue, InvalidHeaderValue> {
    HeaderValue::from_maybe_shared(Bytes::from(parts.concat()))
}
