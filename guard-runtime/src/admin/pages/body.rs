//! Bodies of forms, which are read when it is known that they may be.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::Payload;

use super::stop::Stop;
use crate::admin::json::MOST;

/// Fields in the order they were sent in; a name may stand several times.
pub(super) type Pairs = Vec<(String, String)>;

/// Reads a form.
pub(super) async fn form(request: &HttpRequest, payload: Payload) -> Result<Pairs, Stop> {
    limited(request, payload, MOST).await
}

/// Reads a form of at most so many bytes.
pub(super) async fn limited(
    request: &HttpRequest,
    payload: Payload,
    most: usize,
) -> Result<Pairs, Stop> {
    if !is_form(request) {
        let why = "The body is not `application/x-www-form-urlencoded`.";
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(Stop::Request(status, "This is no form", why.to_owned()));
    }
    let Ok(read) = payload.to_bytes_limited(most).await else {
        let why = format!("Forms of up to {most} bytes are read.");
        let status = StatusCode::PAYLOAD_TOO_LARGE;
        return Err(Stop::Request(status, "The form is too large", why));
    };
    let Ok(bytes) = read else {
        let why = "The form did not arrive as a whole.".to_owned();
        let status = StatusCode::BAD_REQUEST;
        return Err(Stop::Request(status, "The form cannot be read", why));
    };
    let pairs = form_urlencoded::parse(&bytes);
    // Browsers send the ends of lines as a network does.
    let text = |text: &str| text.replace("\r\n", "\n");
    Ok(pairs
        .map(|(name, value)| (name.into_owned(), text(&value)))
        .collect())
}

/// The values of all fields of this name, taken out.
pub(super) fn take(pairs: &mut Pairs, name: &str) -> Vec<String> {
    let taken = pairs.extract_if(.., |(it, _)| it == name);
    taken.map(|(_, value)| value).collect()
}

fn is_form(request: &HttpRequest) -> bool {
    let mut types = request.headers().get_all(CONTENT_TYPE);
    let (Some(kind), None) = (types.next(), types.next()) else {
        return false;
    };
    let kind = kind.to_str().unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    kind.trim()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
}
