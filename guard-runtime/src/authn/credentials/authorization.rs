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

/// RFC 6750 section 2.1. All bytes are looked up, without leaving early: that is the quickest for
/// a token, which is good most of the time.
fn is_b64token(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    let good = |byte: u8| B64TOKEN.get(usize::from(byte)) == Some(&true);
    !body.is_empty() && body.bytes().fold(true, |all, byte| all & good(byte))
}

/// Which bytes may stand in a bearer token before its padding.
const B64TOKEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
        {
            table[byte as usize] = byte.is_ascii_alphanumeric()
                || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'+' | b'/');
        }
        byte += 1;
    }
    table
};
