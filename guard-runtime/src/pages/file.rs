//! The files of pages: style sheets and scripts.

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use sha2::{Digest, Sha256};

/// Kept for good: whoever links to them names what is in them.
const KEPT: &str = "public, max-age=31536000, immutable";

pub(crate) fn file(kind: &'static str, text: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CACHE_CONTROL, KEPT))
        .body(text)
}

/// What links to these files end in: other contents have other links.
pub(crate) fn version(files: &[&str]) -> String {
    let digest = Sha256::digest(files.concat());
    let digest = digest.iter().take(4).map(|byte| format!("{byte:02x}"));
    digest.fold("?v=".to_owned(), |text, byte| text + &byte)
}
