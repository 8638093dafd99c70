//! The header `authorization` (RFC 9110 section 11.4, RFC 6750 section 2.1).

use actix_web::http::header::{AUTHORIZATION, HeaderMap};

use super::{CHARACTERS, Credential, EMPTY, Malformed, only, readable};

/// What the header says.
pub(super) fn authorization(headers: &HeaderMap) -> Result<Option<Credential<'_>>, Malformed> {
    let Some(value) = only(headers, &AUTHORIZATION)? else {
        return Ok(None);
    };
    let value = readable(value)?;
    let (scheme, secret) = value.split_once(' ').unwrap_or((value, ""));
    let secret = secret.trim_start_matches(' ');
    if !scheme.bytes().all(is_token_byte) {
        return Err(CHARACTERS);
    }
    if is_bearer(scheme) {
        if secret.is_empty() {
            return Err(EMPTY);
        }
        if !is_b64token(secret) {
            return Err(CHARACTERS);
        }
    }
    Ok(Some(Credential::Authorization { scheme, secret }))
}

pub(super) fn is_bearer(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("bearer")
}

/// RFC 9110 section 5.6.2.
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// RFC 6750 section 2.1.
fn is_b64token(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    !body.is_empty()
        && body
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"-._~+/".contains(&it))
}
