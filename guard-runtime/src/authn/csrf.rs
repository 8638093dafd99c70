//! Protects sessions in cookies from requests that other sites make (CSRF).

use std::fmt;

use actix_web::dev::RequestHead;
use actix_web::http::Method;
use actix_web::http::header::{HOST, HeaderMap, HeaderName, ORIGIN, UPGRADE};
use actix_web::http::uri::Authority;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::crypto::{Signer, Verifier};
use super::{Algorithm, KeyError};

/// The header that carries the token.
const TOKEN: HeaderName = HeaderName::from_static("x-csrf-token");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Set before the credential, so that the key signs nothing that could pass for something else.
const PURPOSE: &[u8] = b"guard-csrf:";

/// Makes and checks the tokens that a page sends along with every change.
///
/// A browser adds the session cookie to the requests of other sites, too, but those sites cannot
/// read the token. It is bound to the session, so it needs no memory on the server.
///
/// ```
/// use guard_runtime::Csrf;
///
/// let csrf = Csrf::new(b"0123456789abcdef0123456789abcdef")?;
/// let token = csrf.token_for("the session cookie's value");
/// assert_ne!(token, csrf.token_for("another session"));
/// # Ok::<(), guard_runtime::KeyError>(())
/// ```
#[derive(Clone)]
pub struct Csrf {
    signer: Signer,
    verifier: Verifier,
}

impl Csrf {
    /// With a secret key, the same on all instances of the application.
    ///
    /// # Errors
    ///
    /// The key has under 32 bytes.
    pub fn new(key: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        super::crypto::self_test()?;
        Ok(Self {
            signer: Signer::hmac(Algorithm::HS256, key.as_ref())?,
            verifier: Verifier::hmac(Algorithm::HS256, key.as_ref())?,
        })
    }

    /// The token of a session, to be sent back in the header `x-csrf-token`.
    #[must_use]
    pub fn token_for(&self, credential: &str) -> String {
        // Should the back-end ever fail, an empty token is no token.
        let signature = self.signer.sign(&message(credential)).unwrap_or_default();
        URL_SAFE_NO_PAD.encode(signature)
    }

    /// Whether the application's own page made the request that came with this session.
    ///
    /// A request that only reads needs no proof; one that opens a `WebSocket` must not come from
    /// another site; any other must have the token, too.
    /// `own_origins` are those beside the request's own host, such as `https://app.example.com`.
    ///
    /// # Errors
    ///
    /// What speaks against it.
    pub fn check(
        &self,
        method: &Method,
        headers: &HeaderMap,
        credential: &str,
        own_origins: &[String],
    ) -> Result<(), &'static str> {
        self.check_for(method, headers, None, credential, own_origins)
    }

    /// The same for a request with its own authority, which HTTP/2 sends in place of `host`.
    pub(crate) fn check_head(
        &self,
        head: &RequestHead,
        credential: &str,
        own_origins: &[String],
    ) -> Result<(), &'static str> {
        let authority = head.uri.authority().map(Authority::as_str);
        self.check_for(
            &head.method,
            head.headers(),
            authority,
            credential,
            own_origins,
        )
    }

    fn check_for(
        &self,
        method: &Method,
        headers: &HeaderMap,
        authority: Option<&str>,
        credential: &str,
        own_origins: &[String],
    ) -> Result<(), &'static str> {
        let safe = [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE].contains(method);
        // A socket is opened by a GET, from any site, and carries changes afterwards.
        if safe && !headers.contains_key(UPGRADE) {
            return Ok(());
        }
        check_site(headers, authority, own_origins)?;
        // A browser lets no page add a header to the request that opens a socket.
        if safe {
            return Ok(());
        }
        let mut tokens = headers.get_all(&TOKEN);
        let token = match (tokens.next(), tokens.next()) {
            (Some(token), None) => token.as_bytes(),
            (None, _) => return Err("the header `x-csrf-token` is missing"),
            _ => return Err("the header `x-csrf-token` stands twice"),
        };
        let token = URL_SAFE_NO_PAD.decode(token).unwrap_or_default();
        // The comparison is the back-end's, which is constant in time.
        if self.verifier.verify(&message(credential), &token) {
            Ok(())
        } else {
            Err("the header `x-csrf-token` is not this session's")
        }
    }
}

impl fmt::Debug for Csrf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Csrf")
    }
}

/// Refuses what a page of another site has made.
pub(crate) fn check_site(
    headers: &HeaderMap,
    authority: Option<&str>,
    own_origins: &[String],
) -> Result<(), &'static str> {
    let mut trusted = headers.contains_key(ORIGIN);
    for origin in headers.get_all(&ORIGIN) {
        let origin = origin.to_str().map_err(|_| "the origin cannot be read")?;
        let named = own_origins
            .iter()
            .any(|own| own.eq_ignore_ascii_case(origin));
        if !named && !is_host(origin, headers, authority) {
            return Err("the request comes from another origin");
        }
        trusted &= named;
    }
    // To the browser a trusted origin is another site, which is why it has to be named.
    let own = |site: &[u8]| site == b"same-origin" || site == b"none";
    if !trusted && !headers.get_all(&FETCH_SITE).all(|it| own(it.as_bytes())) {
        return Err("the request comes from another site");
    }
    Ok(())
}

fn message(credential: &str) -> Vec<u8> {
    [PURPOSE, credential.as_bytes()].concat()
}

/// Whether it is the origin of the request's own host. Behind a proxy that ends TLS the request's
/// own scheme is not known, so the host decides.
fn is_host(origin: &str, headers: &HeaderMap, own: Option<&str>) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else {
        return false;
    };
    let port = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return false,
    };
    let bare = |it: &str| it.strip_suffix(port).unwrap_or(it).to_ascii_lowercase();
    let is = |host: &str| !authority.is_empty() && bare(host) == bare(authority);
    let mut hosts = headers.get_all(&HOST);
    match (hosts.next(), hosts.next(), own) {
        (Some(host), None, None) => host.to_str().is_ok_and(is),
        (None, None, Some(own)) => is(own),
        // Where both stand they must agree.
        (Some(host), None, Some(own)) => host.to_str().is_ok_and(is) && is(own),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
