//! The methods that routes answer.

use actix_web::{Route, web};

use crate::routes::get_or_head;

/// A route for a method. What answers `GET` answers `HEAD` as well, of which the server sends no content
/// (RFC 9110 section 9.3.2); so both are behind the same gates.
pub(crate) fn route(method: &str) -> Route {
    match method {
        "POST" => web::post(),
        "PATCH" => web::patch(),
        "DELETE" => web::delete(),
        _ => web::route().guard(get_or_head()),
    }
}
