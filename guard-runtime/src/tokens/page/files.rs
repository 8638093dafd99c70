//! The files of the pages: a style sheet and a script.

use std::sync::OnceLock;

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

pub(super) const STYLE_PATH: &str = "/page.css";
pub(super) const SCRIPT_PATH: &str = "/page.js";

/// Kept for good: whoever links to them names what is in them.
const KEPT: &str = "public, max-age=31536000, immutable";

pub(super) async fn style() -> HttpResponse {
    file("text/css; charset=utf-8", STYLE)
}

pub(super) async fn script() -> HttpResponse {
    file("text/javascript; charset=utf-8", SCRIPT)
}

/// What links end in: other contents have other links.
pub(super) fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let digest = Sha256::digest([STYLE, SCRIPT].concat());
        let digest = digest.iter().take(4).map(|byte| format!("{byte:02x}"));
        digest.fold("?v=".to_owned(), |text, byte| text + &byte)
    })
}

fn file(kind: &'static str, text: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CACHE_CONTROL, KEPT))
        .body(text)
}
