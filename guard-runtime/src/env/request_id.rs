//! The id under which the events of one request are found in the log.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

use actix_web::http::header::{HeaderMap, HeaderName};

/// The id of a request: its `x-request-id` header if that is plain text, else one of our own.
#[derive(Clone, PartialEq, Eq)]
pub struct RequestId(Repr);

#[derive(Clone, PartialEq, Eq)]
enum Repr {
    Given(Arc<str>),
    Made(u64),
}

static X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longer ids are not taken over.
const LONGEST: usize = 128;

impl RequestId {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let given = headers
            .get(&X_REQUEST_ID)
            .and_then(|value| value.to_str().ok())
            .filter(|id| !id.is_empty() && id.len() <= LONGEST)
            // Nothing that could end a line of a log, or a field in it.
            .filter(|id| {
                id.bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:+/=".contains(&byte))
            });
        given.map_or_else(Self::made, |id| Self(Repr::Given(id.into())))
    }

    pub(crate) fn made() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(Repr::Made(NEXT.fetch_add(1, Ordering::Relaxed)))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Tells the processes of one application apart; it need not be hard to guess.
        static PROCESS: LazyLock<String> =
            LazyLock::new(|| format!("{:016x}-", RandomState::new().hash_one(0)));
        match &self.0 {
            Repr::Given(id) => f.write_str(id),
            Repr::Made(number) => {
                f.write_str(&PROCESS)?;
                number.fmt(f)
            }
        }
    }
}

impl fmt::Debug for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};

    use super::RequestId;

    fn of(value: &str) -> String {
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static("x-request-id"), value);
        }
        RequestId::of(&headers).to_string()
    }

    #[test]
    fn takes_over_plain_ids_only() {
        assert_eq!(of("b7-1.x:y"), "b7-1.x:y");
        for hostile in [
            "",
            "a b",
            "a\tb",
            "<script>",
            &"a".repeat(129),
            "id;level=error",
        ] {
            assert_ne!(of(hostile), hostile);
        }
        assert_ne!(of(""), of(""));
    }
}
