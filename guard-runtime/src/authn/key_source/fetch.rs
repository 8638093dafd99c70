//! Fetches a key set from an address.

use std::net::IpAddr;
use std::time::Duration;

use actix_web::http::Uri;
use ureq::Agent;

use super::super::KeyError;
use super::place::LIMIT;

/// The document at an address.
///
/// # Errors
///
/// The address is not allowed, does not answer in time, answers with anything but 200, or with
/// too much.
pub(super) fn fetch(url: &str) -> Result<Vec<u8>, KeyError> {
    let local = is_local(url)?;
    let config = Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(10)))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .https_only(!local);
    let config = if local { config.proxy(None) } else { config };
    let agent: Agent = config.build().into();

    let failed = |error: ureq::Error| match error {
        ureq::Error::BodyExceedsLimit(_) => KeyError::TooLarge,
        ureq::Error::Timeout(_) => KeyError::Fetch("no answer in time"),
        ureq::Error::HostNotFound => KeyError::Fetch("the host was not found"),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => KeyError::Fetch("TLS failed"),
        _ => KeyError::Fetch("the connection failed"),
    };
    let mut response = agent
        .get(url)
        .header("accept", "application/json")
        .call()
        .map_err(failed)?;
    match response.status().as_u16() {
        200 => response
            .body_mut()
            .with_config()
            .limit(LIMIT)
            .read_to_vec()
            .map_err(failed),
        300..=399 => Err(KeyError::Fetch(
            "the answer is a redirect: give the final address",
        )),
        _ => Err(KeyError::Fetch("the answer is not 200")),
    }
}

/// Whether the address may do without TLS because it is on this machine.
fn is_local(url: &str) -> Result<bool, KeyError> {
    let uri: Uri = url.parse().map_err(|_| KeyError::Url)?;
    let authority = uri.authority().ok_or(KeyError::Url)?;
    if authority.as_str().contains('@') {
        return Err(KeyError::Url);
    }
    let host = authority.host();
    let address = host
        .trim_start_matches('[')
        .trim_end_matches(']')
        .parse::<IpAddr>();
    let local = host == "localhost" || address.is_ok_and(|it| it.is_loopback());
    match uri.scheme_str() {
        Some("https") => Ok(false),
        Some("http") if local => Ok(true),
        _ => Err(KeyError::Url),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    use super::{KeyError, fetch, is_local};

    #[test]
    fn plain_http_stays_on_this_machine() {
        for url in [
            "http://localhost:1/k",
            "http://127.0.0.1/k",
            "http://127.9.9.9/k",
            "http://[::1]:80/",
        ] {
            assert_eq!(is_local(url), Ok(true), "{url}");
        }
        assert_eq!(is_local("https://example.com/k"), Ok(false));
        for url in [
            "http://example.com/k",
            "http://localhost.example.com/k",
            "http://127.0.0.1.example.com/k",
            "http://127.0.0.1@example.com/k",
            "https://user:secret@example.com/k",
            "http://10.0.0.1/k",
            "ftp://localhost/k",
            "file:///etc/keys",
            "/etc/keys",
            "",
        ] {
            assert_eq!(is_local(url), Err(KeyError::Url), "{url}");
        }
    }

    fn answer(response: Vec<u8>) -> Result<Vec<u8>, KeyError> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(&response);
        });
        let result = fetch(&format!("http://{address}/keys"));
        server.join().unwrap();
        result
    }

    #[test]
    fn only_a_short_200_is_an_answer() {
        let ok = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}".to_vec();
        assert_eq!(answer(ok), Ok(b"{}".to_vec()));

        let moved =
            b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
        assert!(
            matches!(answer(moved.to_vec()), Err(KeyError::Fetch(it)) if it.contains("redirect"))
        );

        let missing = b"HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}".to_vec();
        assert_eq!(
            answer(missing),
            Err(KeyError::Fetch("the answer is not 200"))
        );

        let mut huge = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n".to_vec();
        huge.resize(huge.len() + (1 << 20) + 1, b' ');
        assert_eq!(answer(huge), Err(KeyError::TooLarge));
    }
}
