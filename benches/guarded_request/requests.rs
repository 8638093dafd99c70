//! Who asks for what.

use std::sync::LazyLock;
use std::time::Duration;

use actix_http::Request;
use actix_web::http::header::{AUTHORIZATION, CONTENT_TYPE};
use actix_web::test::TestRequest;
use actix_web::web::Bytes;
use guard_runtime::{Algorithm, Id, TokenIssuer};
use serde_json::json;

pub(crate) const SECRET: &[u8] = b"a secret of thirty-two bytes or more";
pub(crate) const ISSUER: &str = "https://login.example.com";
pub(crate) const AUDIENCE: &str = "benchmark";

/// Who asks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    Allowed,
    NoToken,
    NotPermitted,
}

/// What they send.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    None,
    Json8K,
    Json512K,
}

impl Caller {
    pub(crate) const ALL: [Self; 3] = [Self::Allowed, Self::NoToken, Self::NotPermitted];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::NoToken => "no token",
            Self::NotPermitted => "not permitted",
        }
    }

    fn authorization(self) -> Option<&'static str> {
        static INTERNAL: LazyLock<String> = LazyLock::new(|| bearer("core_internal"));
        static PORTAL: LazyLock<String> = LazyLock::new(|| bearer("core_portal"));
        match self {
            Self::Allowed => Some(&INTERNAL),
            Self::NoToken => None,
            Self::NotPermitted => Some(&PORTAL),
        }
    }
}

impl Body {
    pub(crate) const ALL: [Self; 3] = [Self::None, Self::Json8K, Self::Json512K];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::None => "GET",
            Self::Json8K => "POST 8 KB",
            Self::Json512K => "POST 512 KB",
        }
    }

    fn json(self) -> Option<Bytes> {
        static SMALL: LazyLock<Bytes> = LazyLock::new(|| lines(8 * 1024));
        static LARGE: LazyLock<Bytes> = LazyLock::new(|| lines(512 * 1024));
        match self {
            Self::None => None,
            Self::Json8K => Some(SMALL.clone()),
            Self::Json512K => Some(LARGE.clone()),
        }
    }
}

pub(crate) fn request(caller: Caller, body: Body) -> Request {
    let mut request = TestRequest::get().uri("/x");
    if let Some(authorization) = caller.authorization() {
        request = request.insert_header((AUTHORIZATION, authorization));
    }
    if let Some(json) = body.json() {
        request = request
            .method(actix_web::http::Method::POST)
            .insert_header((CONTENT_TYPE, "application/json"))
            .set_payload(json);
    }
    request.to_request()
}

fn bearer(group: &str) -> String {
    let issuer = TokenIssuer::hmac(Algorithm::HS256, SECRET)
        .expect("a long secret")
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .lifetime(Duration::from_hours(1));
    let token = issuer.issue(&Id::from(7), json!({ "groups": [group] }));
    format!("Bearer {}", token.expect("plain claims").token)
}

/// An order of about this many bytes.
fn lines(bytes: usize) -> Bytes {
    let line = json!({ "product": "oak table, two metres", "quantity": 3, "price": 129.9 });
    let count = bytes / line.to_string().len();
    let order = json!({ "lines": vec![line; count] });
    Bytes::from(order.to_string())
}
