//! The files of the pages: a style sheet and a script.

use std::sync::OnceLock;

use actix_web::HttpResponse;

use crate::pages::{self, STYLE, file};

const SCRIPT: &str = concat!(
    "(() => {\n",
    include_str!("../../pages/script.js"),
    include_str!("script.js"),
    "})();\n"
);

pub(super) const STYLE_PATH: &str = "/page.css";
pub(super) const SCRIPT_PATH: &str = "/page.js";

pub(super) async fn style() -> HttpResponse {
    file("text/css; charset=utf-8", STYLE)
}

pub(super) async fn script() -> HttpResponse {
    file("text/javascript; charset=utf-8", SCRIPT)
}

/// What links end in: other contents have other links.
pub(super) fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| pages::version(&[STYLE, SCRIPT]))
}
