//! An application whose handlers are documented in every order of attributes.
#![allow(unused_qualifications, reason = "in what utoipa makes of `nest`")]

use actix_web::{HttpResponse, Responder, get, post, put, web};
use guard_runtime::docs::OpenApiGates;
use guard_runtime::routes::{self, Routes};
use guard_runtime::{
    allows_public, no_auth, requires_group, requires_internal, requires_role, requires_scope,
    requires_user,
};
use utoipa::OpenApi;

use super::support::{groups, roles};

guard_runtime::define_scopes! {
    /// The permissions of the tests.
    pub(crate) mod scopes {
        /// Administration.
        admin {
            /// The configuration. Of all machines.
            configuration: GET | UPDATE,
            /// All projects.
            projects: GET | UPDATE,
        }
        /// One project.
        project(project_id) inherits admin.projects {
            /// The project itself.
            root: GET | UPDATE,
        }
    }
}

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

pub(super) fn register(routes: &mut Routes<'_>) {
    let orders = routes::scope("/orders")
        .service(routes::scope("").service(orders::all))
        .gate(requires_group(groups::auditor))
        .gate(requires_user());
    let tickets = routes::scope("/tickets").service(tickets::all);
    let gate = guard_runtime::any((
        requires_role(roles::publisher),
        requires_scope(scopes::admin::configuration::UPDATE),
    ));
    routes
        .service(above)
        .service(
            routes::scope("/shop")
                .service(orders)
                .service(tickets)
                .route("/by-hand", routes::get().to(gate.handler(by_hand)))
                .gate(requires_internal()),
        )
        .route("/mounted/{id:\\d+}", routes::get().to(mounted));
}

#[derive(OpenApi)]
#[openapi(
    paths(above, between, below, stacked, either, project, public, open, mounted, by_hand),
    nest(
        (path = "/shop/orders", api = Orders),
        (path = "/shop/tickets", api = Tickets),
        (path = "/other", api = Others),
    )
)]
struct Api;

#[derive(OpenApi)]
#[openapi(paths(orders::all))]
struct Orders;

#[derive(OpenApi)]
#[openapi(paths(tickets::all))]
struct Tickets;

#[derive(OpenApi)]
#[openapi(nest((path = "/orders", api = OtherOrders), (path = "/tickets", api = OtherTickets)))]
struct Others;

#[derive(OpenApi)]
#[openapi(paths(orders::list))]
struct OtherOrders;

#[derive(OpenApi)]
#[openapi(paths(tickets::list))]
struct OtherTickets;

pub(super) fn bare() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

pub(super) fn gates() -> OpenApiGates {
    OpenApiGates::new()
        .scopes(&scopes::SCHEMA)
        .token_url("/token")
        .routes(register)
}

pub(super) fn documented() -> utoipa::openapi::OpenApi {
    let mut api = bare();
    gates()
        .document(&mut api)
        .expect("documents and gates agree");
    api
}
