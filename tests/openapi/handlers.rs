//! Handlers with their attributes in every order.

use actix_web::{HttpResponse, Responder, get, post, put, web};
use guard_runtime::{
    allows_public, no_auth, requires_group, requires_internal, requires_role, requires_scope,
    requires_user,
};

/// Reads a number.
///
/// It is the same each time.
#[requires_internal]
#[utoipa::path(responses((status = 200, description = "a number")))]
#[get("/above")]
pub(super) async fn above() -> impl Responder {
    "7"
}

#[utoipa::path(responses((status = 200, description = "a number")))]
#[requires_internal]
#[get("/between")]
pub(super) async fn between() -> impl Responder {
    "7"
}

#[utoipa::path(responses((status = 200, description = "a number")))]
#[get("/below")]
#[requires_internal]
pub(super) async fn below() -> impl Responder {
    "7"
}

#[requires_scope(admin.configuration = GET)]
#[utoipa::path(responses((status = 200, description = "a number")))]
#[requires_group(any(sales, support))]
#[post("/stacked")]
#[requires_role(editor)]
#[requires_user]
pub(super) async fn stacked(number: web::Json<u32>) -> impl Responder {
    number.to_string()
}

#[requires_scope(any(
    admin.configuration = UPDATE,
    all(admin.projects = GET, admin.configuration = GET),
))]
#[utoipa::path(responses((status = 200, description = "a number")))]
#[put("/either")]
pub(super) async fn either() -> impl Responder {
    "7"
}

#[utoipa::path(responses(
    (status = 200, description = "a number"),
    (status = 403, description = "the user's own words"),
))]
#[requires_scope(project.root = GET)]
#[get("/projects/{project_id}")]
pub(super) async fn project(project_id: web::Path<u32>) -> impl Responder {
    project_id.to_string()
}

#[utoipa::path(responses((status = 200, description = "a number")))]
#[allows_public]
#[get("/public")]
pub(super) async fn public() -> impl Responder {
    "7"
}

#[utoipa::path(responses((status = 200, description = "a number")))]
#[no_auth]
#[get("/open")]
pub(super) async fn open() -> impl Responder {
    "7"
}

#[utoipa::path(
    get,
    path = "/mounted/{id}",
    params(("id" = u32, Path)),
    responses((status = 200, description = "a number")),
)]
#[requires_user]
pub(super) async fn mounted() -> impl Responder {
    "7"
}

/// Without an attribute: it is wrapped where it is registered.
#[utoipa::path(get, path = "/shop/by-hand", responses((status = 200, description = "a number")))]
pub(super) async fn by_hand() -> impl Responder {
    HttpResponse::Ok().body("7")
}

pub(super) mod orders {
    use super::*;

    #[utoipa::path(responses((status = 200, description = "all")))]
    #[get("/list")]
    #[requires_group(sales)]
    pub(crate) async fn list() -> &'static str {
        "orders"
    }

    #[requires_group(sales)]
    #[utoipa::path(responses((status = 200, description = "all")))]
    #[get("/all")]
    pub(crate) async fn all() -> &'static str {
        "orders"
    }
}

pub(super) mod tickets {
    use super::*;

    #[utoipa::path(responses((status = 200, description = "all")))]
    #[get("/list")]
    #[requires_group(support)]
    pub(crate) async fn list() -> &'static str {
        "tickets"
    }

    #[requires_group(support)]
    #[utoipa::path(responses((status = 200, description = "all")))]
    #[get("/all")]
    pub(crate) async fn all() -> &'static str {
        "tickets"
    }
}
