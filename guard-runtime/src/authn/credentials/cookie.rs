//! The cookie a session is in.

use actix_web::http::header::{COOKIE, HeaderMap};

use super::{CHARACTERS, DOUBLED, Malformed};

/// The value of the session cookie; an empty one is what a browser keeps after logging out.
pub(super) fn session<'a>(
    headers: &'a HeaderMap,
    name: &str,
) -> Result<Option<&'a str>, Malformed> {
    let found = cookie(headers, name)?;
    Ok(found.filter(|it| !it.is_empty()))
}

/// The value of a cookie, read as it stands (RFC 6265 section 5.4). What else is in the header does not
/// matter: others on the same host have put it there.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Result<Option<&'a str>, Malformed> {
    let mut found = None;
    for header in headers.get_all(&COOKIE) {
        for pair in header.as_bytes().split(|&byte| byte == b';') {
            let pair = pair.trim_ascii();
            let Some((key, value)) = pair
                .iter()
                .position(|&byte| byte == b'=')
                .and_then(|at| pair.split_at_checked(at))
            else {
                continue;
            };
            if key.trim_ascii_end() == name.as_bytes() && found.replace(value).is_some() {
                return Err(DOUBLED);
            }
        }
    }
    let Some([b'=', value @ ..]) = found else {
        return Ok(None);
    };
    let value = value.trim_ascii();
    if !value.iter().all(u8::is_ascii_graphic) {
        return Err(CHARACTERS);
    }
    let value = str::from_utf8(value).map_err(|_| CHARACTERS)?;
    Ok(Some(value))
}
