//! Finds the one credential of a request.

mod authorization;
mod cookie;

use std::fmt;
use std::sync::Arc;

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};

use self::authorization::{authorization, is_bearer};
#[cfg(feature = "admin")]
pub(crate) use self::cookie::cookie;
use self::cookie::session;
use super::{Authenticator, Source};

/// A credential, and who is to verify it.
#[derive(Clone, Copy)]
pub(crate) struct Found<'a> {
    pub(crate) secret: &'a str,
    /// The first authenticator that accepts the credential. `None`: its form tells that it is
    /// wrong, so the answer is that of a token that proves nothing.
    pub(crate) authenticator: Option<usize>,
    pub(crate) from_cookie: bool,
}

impl fmt::Debug for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Found")
            .field("authenticator", &self.authenticator)
            .field("from_cookie", &self.from_cookie)
            .finish_non_exhaustive()
    }
}

/// Credentials that cannot be read, or more than one: 400 `invalid_request`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed(&'static str);

impl Malformed {
    /// A fixed text, fit for the answer.
    pub(crate) fn reason(self) -> &'static str {
        self.0
    }
}

const DOUBLED: Malformed = Malformed("more than one credential on the request");
const EMPTY: Malformed = Malformed("the credential is empty");
const CHARACTERS: Malformed = Malformed("the credential has characters that are not allowed");

/// The request's credential, if it has one that any of the authenticators is for.
///
/// # Errors
///
/// There are several credentials, also if nobody is for them, or one that cannot be read.
pub(crate) fn find<'a>(
    headers: &'a HeaderMap,
    authenticators: &[Arc<dyn Authenticator>],
    cookie: Option<&str>,
) -> Result<Option<Found<'a>>, Malformed> {
    let mut credential = authorization(headers)?;
    for (at, authenticator) in authenticators.iter().enumerate() {
        let Source::Header(name) = authenticator.source() else {
            continue;
        };
        let earlier = authenticators.iter().take(at);
        if earlier
            .into_iter()
            .any(|it| it.source() == Source::Header(name.clone()))
        {
            continue;
        }
        let Some(value) = only(headers, &name)? else {
            continue;
        };
        if credential.is_some() {
            return Err(DOUBLED);
        }
        credential = Some(Credential::Header(name, readable(value)?));
    }
    if let Some(name) = cookie
        && let Some(value) = session(headers, name)?
    {
        if credential.is_some() {
            return Err(DOUBLED);
        }
        credential = Some(Credential::Cookie(value));
    }

    let Some(credential) = credential else {
        return Ok(None);
    };
    let mut meant = authenticators
        .iter()
        .enumerate()
        .filter(|(_, it)| credential.is_from(&it.source()))
        .peekable();
    if meant.peek().is_none() {
        return Ok(None);
    }
    let secret = credential.secret();
    if secret.is_empty() {
        return Err(EMPTY);
    }
    Ok(Some(Found {
        secret,
        authenticator: meant.find(|(_, it)| it.accepts(secret)).map(|(at, _)| at),
        from_cookie: matches!(credential, Credential::Cookie(_)),
    }))
}

enum Credential<'a> {
    Authorization { scheme: &'a str, secret: &'a str },
    Header(HeaderName, &'a str),
    Cookie(&'a str),
}

impl<'a> Credential<'a> {
    fn secret(&self) -> &'a str {
        match self {
            Self::Authorization { secret, .. } | Self::Header(_, secret) | Self::Cookie(secret) => {
                secret
            }
        }
    }

    fn is_from(&self, source: &Source) -> bool {
        match (self, source) {
            (Self::Authorization { scheme, .. }, Source::Bearer) => is_bearer(scheme),
            (Self::Authorization { scheme, .. }, Source::Scheme(it)) => {
                scheme.eq_ignore_ascii_case(it)
            }
            (Self::Header(name, _), Source::Header(it)) => name == it,
            (Self::Cookie(_), Source::Bearer) => true,
            _ => false,
        }
    }
}

/// The value of a header that stands at most once.
fn only<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> Result<Option<&'a HeaderValue>, Malformed> {
    let mut values = headers.get_all(name);
    match (values.next(), values.next()) {
        (value, None) => Ok(value),
        _ => Err(DOUBLED),
    }
}

/// A value in visible ASCII, without the blanks around it.
fn readable(value: &HeaderValue) -> Result<&str, Malformed> {
    // Without leaving early, so that the compiler can look at many bytes at once.
    let visible = |byte: &u8| matches!(byte, b' '..=b'~' | b'\t');
    let bytes = value.as_bytes();
    if !bytes.iter().fold(true, |all, byte| all & visible(byte)) {
        return Err(CHARACTERS);
    }
    let value = std::str::from_utf8(bytes)
        .map_err(|_| CHARACTERS)?
        .trim_matches([' ', '\t']);
    if value.is_empty() {
        Err(EMPTY)
    } else {
        Ok(value)
    }
}

#[cfg(test)]
mod tests;
