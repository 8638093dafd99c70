//! What the API documentation says of gates.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::doc_markdown,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

#[path = "openapi/admin/mod.rs"]
mod admin;
#[path = "openapi/api.rs"]
mod api;
#[path = "openapi/bounds.rs"]
mod bounds;
#[path = "openapi/cover.rs"]
mod cover;
#[path = "openapi/disagree.rs"]
mod disagree;
#[path = "openapi/edited.rs"]
mod edited;
#[path = "openapi/handlers.rs"]
mod handlers;
#[path = "openapi/layers.rs"]
mod layers;
#[path = "openapi/paths.rs"]
mod paths;
#[path = "openapi/places.rs"]
mod places;
#[path = "openapi/refuses.rs"]
mod refuses;
#[path = "openapi/said.rs"]
mod said;
#[path = "openapi/serve.rs"]
mod serve;
mod support;
#[path = "openapi/tokens.rs"]
mod tokens;
#[path = "openapi/valid.rs"]
mod valid;
#[path = "openapi/validate.rs"]
mod validate;

use api::scopes;
use serde_json::Value;
use support::{groups, roles};
use utoipa::openapi::OpenApi;

/// A document of these handlers.
macro_rules! document {
    ($($handler:path),* $(,)?) => {{
        #[derive(utoipa::OpenApi)]
        #[openapi(paths($($handler),*))]
        struct Api;
        <Api as utoipa::OpenApi>::openapi()
    }};
}
pub(crate) use document;

/// An operation in JSON.
fn operation_of(document: &OpenApi, method: &str, path: &str) -> Value {
    let document = serde_json::to_value(document).expect("a document in JSON");
    let operation = &document["paths"][path][method];
    assert!(operation.is_object(), "{method} {path}: {document:#}");
    operation.clone()
}
