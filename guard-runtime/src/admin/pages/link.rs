//! Links within the site.

use std::borrow::Cow;

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse};

use crate::admin::state::Served;

/// What means something else below the path of a page, and could be the key of a record.
const TAKEN: [&str; 4] = ["new", "update", "delete", "actions"];

/// The path of a record.
pub(super) fn record(page: &Served, key: &str) -> String {
    format!("{}/{}", page.href(), segment(key))
}

/// A key as a part of a path. One that means something else there has a tilde before it, which no key has
/// but before two digits.
fn segment(key: &str) -> Cow<'_, str> {
    if TAKEN.contains(&key) {
        return Cow::Owned(format!("~{key}"));
    }
    Cow::Borrowed(key)
}

/// The key that the path of a request names.
pub(super) fn key(request: &HttpRequest) -> String {
    key_of(request.match_info().get("key").unwrap_or_default()).to_owned()
}

fn key_of(segment: &str) -> &str {
    let taken = segment.strip_prefix('~').filter(|it| TAKEN.contains(it));
    taken.unwrap_or(segment)
}

/// A query, with what has to be escaped in it.
pub(super) fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs).finish()
}

/// 303: what is to be seen next.
pub(super) fn see_other(path: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, path.as_ref()))
        .finish()
}

#[cfg(test)]
mod tests {
    use super::{key_of, segment};

    #[test]
    fn no_key_is_taken_for_something_else() {
        for (key, expected) in [
            ("7", "7"),
            ("new", "~new"),
            ("actions", "~actions"),
            ("newer", "newer"),
            ("~20new", "~20new"),
            ("", ""),
        ] {
            assert_eq!(segment(key), expected);
            assert_eq!(key_of(expected), key);
        }
    }
}
