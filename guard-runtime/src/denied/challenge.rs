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
            let parts = [
                ("realm", realm),
                ("error", error),
                ("error_description", reason.title()),
                ("scope", denied.scope()),
            ];
            write(&parts).ok()
        }
    }
}

/// `Bearer realm="…"`: the challenge of a request without credentials.
pub(crate) fn challenge(realm: &str) -> Result<HeaderValue, InvalidHeaderValue> {
    write(&[("realm", realm)])
}

/// Parameters that are empty are left out. Realms were checked, the other texts are ours or names of
/// permissions: none of them has to be escaped.
fn write(parameters: &[(&str, &str)]) -> Result<HeaderValue, InvalidHeaderValue> {
    let length = parameters
        .iter()
        .map(|(name, value)| name.len() + value.len() + 5);
    let mut challenge = String::with_capacity("Bearer".len() + length.sum::<usize>());
    challenge.push_str("Bearer");
    let mut separator = " ";
    for (name, value) in parameters {
        if !value.is_empty() {
            for part in [separator, name, "=\"", value, "\""] {
                challenge.push_str(part);
            }
            separator = ", ";
        }
    }
    HeaderValue::from_maybe_shared(Bytes::from(challenge))
}
