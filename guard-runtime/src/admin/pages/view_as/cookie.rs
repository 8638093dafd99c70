//! The cookie that says which entry of the log lets its browser see the site as somebody else.

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::{HttpRequest, HttpResponse};

use super::entry::LONGEST;
use crate::admin::SignIn;
use crate::admin::objects::PageError;
use crate::admin::state::State;
use crate::authn::cookie;

const NAME: &str = "guard-view-as";

/// The entry that the cookie names. Whoever makes one up gains nothing: the log and the rules are asked at
/// every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Nothing,
    Entry(i64),
    /// Two of them, or no number.
    Unreadable,
}

pub(super) fn read(request: &HttpRequest) -> Named {
    match cookie(request.headers(), NAME) {
        Ok(None) => Named::Nothing,
        Ok(Some(value)) => value.parse().map_or(Named::Unreadable, Named::Entry),
        Err(_) => Named::Unreadable,
    }
}

/// Lets the browser name this entry from now on.
pub(super) fn put(answer: &mut HttpResponse, state: &State, entry: i64) -> Result<(), PageError> {
    set(answer, state, entry.to_string(), LONGEST)
}

/// Lets the browser forget it.
pub(super) fn forget(answer: &mut HttpResponse, state: &State) -> Result<(), PageError> {
    set(answer, state, String::new(), 0)
}

fn set(
    answer: &mut HttpResponse,
    state: &State,
    value: String,
    seconds: i64,
) -> Result<(), PageError> {
    let sign_in = state.sign_in.as_deref();
    let cookie = Cookie::build(NAME, value)
        .path(state.path)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(sign_in.is_none_or(SignIn::is_secure))
        .max_age(time::Duration::seconds(seconds));
    let added = answer.add_cookie(&cookie.finish());
    added.map_err(|error| PageError::Failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::{Named, read};

    #[test]
    fn one_number_is_an_entry() {
        for (cookies, expected) in [
            ("", Named::Nothing),
            ("other=7", Named::Nothing),
            ("other; guard-view-as=7", Named::Entry(7)),
            ("guard-view-as=%FF", Named::Unreadable),
            ("guard-view-as=7", Named::Entry(7)),
            ("guard-view-as=", Named::Unreadable),
            ("guard-view-as=7; guard-view-as=8", Named::Unreadable),
            ("guard-view-as=ada", Named::Unreadable),
        ] {
            let request = TestRequest::default().insert_header(("cookie", cookies));
            assert_eq!(read(&request.to_http_request()), expected, "{cookies}");
        }
    }
}
