//! Who is asking, and what they may do.

use actix_web::{get, web};
use guard_runtime::{Env, Id, requires_scope};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub(crate) struct Me {
    #[schema(value_type = i64)]
    id: Id,
    name: String,
    groups: Vec<&'static str>,
    roles: Vec<&'static str>,
    /// What of it the credentials allow.
    permissions: Vec<String>,
}

#[requires_scope]
#[utoipa::path(tag = "users", responses((status = 200, body = Me)))]
#[get("/api/me")]
pub(crate) async fn me(env: Env) -> web::Json<Me> {
    web::Json(Me {
        id: env.uid().clone(),
        name: env.user().name().to_owned(),
        groups: env.user().groups().names(),
        roles: env.user().roles().names(),
        permissions: env.permissions().to_strings(),
    })
}
