//! JSON Web Tokens (RFC 7519), read strictly (RFC 8725).

mod builder;
mod claims;
mod date;
mod header;
mod lists;
mod reason;
mod rules;

use std::cell::Cell;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

pub use self::builder::JwtBuilder;
use self::claims::Claims;
use self::header::Header;
use self::rules::Rules;
pub(super) use self::rules::is_subject;
use super::{Answer, AuthError, Authenticator, Identity, Keys};

/// The most bytes of a token.
pub(super) const MAX_TOKEN: usize = 8 * 1024;

/// Verifies JSON Web Tokens.
///
/// It takes every bearer token for its own, so that whatever is none is refused as a wrong token:
/// list authenticators that go by a prefix before it.
///
/// A token must be signed with one of the keys, by that key's algorithm, and must say `exp`,
/// `iss`, `aud` and `sub`. Refused before its signature is looked at: more than 8 KiB, anything
/// but three segments of canonical base64url, a member that stands twice, and the header members
/// `crit`, `b64`, `zip`, `jku`, `x5u`, `jwk`, `x5c` and `enc`.
///
/// ```
/// use guard_runtime::{Algorithm, Jwt, Key};
/// use std::time::Duration;
///
/// let jwt = Jwt::builder()
///     .issuer("https://login.example.com")
///     .audience("https://api.example.com")
///     .keys(Key::hmac(Algorithm::HS256, b"0123456789abcdef0123456789abcdef")?)
///     .leeway(Duration::from_secs(30))
///     .build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Jwt {
    keys: Keys,
    rules: Rules,
}

impl Jwt {
    /// Starts to configure one.
    pub fn builder() -> JwtBuilder {
        JwtBuilder::default()
    }

    /// Verifies a token outside of a request, such as one in a message of a socket.
    ///
    /// # Errors
    ///
    /// [`AuthError::Invalid`] if the token proves nothing, [`AuthError::Unavailable`] if the keys
    /// are too old to tell.
    pub fn verify(&self, token: &str) -> Result<Identity, AuthError> {
        let mut buffers = BUFFERS.take();
        let result = self.verify_with(token, &mut buffers);
        BUFFERS.set(buffers);
        result
    }

    fn verify_with(&self, token: &str, buffers: &mut Buffers) -> Result<Identity, AuthError> {
        let message = buffers.decode(token).map_err(AuthError::Invalid)?;
        let header = text(&buffers.header)
            .and_then(Header::parse)
            .map_err(AuthError::Invalid)?;
        self.rules
            .check_type(header.typ.as_deref())
            .map_err(AuthError::Invalid)?;

        let keys = self.keys.current()?;
        let key = match &header.kid {
            Some(kid) => keys.named(kid).ok_or_else(|| {
                self.keys.refresh_soon();
                AuthError::Invalid(reason::KID_UNKNOWN)
            })?,
            None => keys
                .only(header.algorithm)
                .ok_or(AuthError::Invalid(reason::KID_MISSING))?,
        };
        if key.algorithm() != header.algorithm {
            return Err(AuthError::Invalid(reason::ALG_OTHER));
        }
        let json = text(&buffers.payload).map_err(AuthError::Invalid)?;
        let claims = Claims::parse(json, &self.rules).map_err(AuthError::Invalid)?;
        if !key.verify(message.as_bytes(), &buffers.signature) {
            return Err(AuthError::Invalid(reason::SIGNATURE));
        }
        self.rules.decide(claims, json).map_err(AuthError::Invalid)
    }
}

impl Authenticator for Jwt {
    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        Answer::Now(self.verify(credential))
    }

    fn cacheable(&self) -> bool {
        true
    }

    fn generation(&self) -> u64 {
        self.keys.generation()
    }
}

impl fmt::Debug for Jwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jwt")
            .field("issuer", &self.rules.issuer)
            .field("audience", &self.rules.audience)
            .finish_non_exhaustive()
    }
}

thread_local! {
    static BUFFERS: Cell<Buffers> = const { Cell::new(Buffers::new()) };
}

/// The three segments, decoded; a thread uses the same ones again and again.
#[derive(Default)]
struct Buffers {
    header: Vec<u8>,
    payload: Vec<u8>,
    signature: Vec<u8>,
}

impl Buffers {
    const fn new() -> Self {
        Self {
            header: Vec::new(),
            payload: Vec::new(),
            signature: Vec::new(),
        }
    }

    /// Decodes a token's segments and gives what was signed.
    fn decode<'a>(&mut self, token: &'a str) -> Result<&'a str, &'static str> {
        if token.len() > MAX_TOKEN {
            return Err(reason::TOO_LARGE);
        }
        let (message, signature) = token.rsplit_once('.').ok_or(reason::SEGMENTS)?;
        let (header, payload) = message.split_once('.').ok_or(reason::SEGMENTS)?;
        let segments = [
            (header, &mut self.header),
            (payload, &mut self.payload),
            (signature, &mut self.signature),
        ];
        for (segment, buffer) in segments {
            if segment.is_empty() || segment.contains('.') {
                return Err(reason::SEGMENTS);
            }
            buffer.clear();
            // This engine takes neither padding nor bits left over at the end.
            URL_SAFE_NO_PAD
                .decode_vec(segment, buffer)
                .map_err(|_| reason::BASE64)?;
        }
        Ok(message)
    }
}

fn text(bytes: &[u8]) -> Result<&str, &'static str> {
    str::from_utf8(bytes).map_err(|_| reason::UTF8)
}

#[cfg(test)]
mod tests;
