//! Origins of pages.

use actix_web::http::uri::Authority;

/// Whether a browser would write an origin so (RFC 6454 section 6.2). `null` is that of any page in
/// a sandbox, and what ends in a slash would never match.
pub(super) fn is_origin(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let authority = rest.and_then(|rest| rest.parse::<Authority>().ok());
    authority.is_some_and(|it| {
        let host = it.host();
        let port = it.port().map(|port| format!(":{port}")).unwrap_or_default();
        !host.is_empty() && it.as_str() == format!("{host}{port}") && !host.contains('*')
    })
}
