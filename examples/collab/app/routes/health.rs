//! Whether the server is up.

use actix_web::{Responder, get, web};
use guard_runtime::no_auth;
use serde_json::json;

#[no_auth]
#[utoipa::path(tag = "administration", responses((status = 200)))]
#[get("/api/health")]
pub(crate) async fn health() -> impl Responder {
    web::Json(json!({ "status": "up" }))
}
