//! An application whose handlers are documented in every order of attributes.
#![allow(unused_qualifications, reason = "in what utoipa makes of `nest`")]

use guard_runtime::docs::OpenApiGates;
use guard_runtime::routes::{self, Routes};
use guard_runtime::{
    requires_group, requires_internal, requires_role, requires_scope, requires_user,
};
use utoipa::OpenApi;

use super::handlers::{self, above, mounted, orders, tickets};
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
                .route(
                    "/by-hand",
                    routes::get().to(gate.handler(handlers::by_hand)),
                )
                .gate(requires_internal()),
        )
        .route("/mounted/{id:\\d+}", routes::get().to(mounted));
}

#[derive(OpenApi)]
#[openapi(
    paths(handlers::above, handlers::between, handlers::below, handlers::stacked, handlers::either, handlers::project, handlers::public, handlers::open, handlers::mounted, handlers::by_hand),
    nest(
        (path = "/shop/orders", api = Orders),
        (path = "/shop/tickets", api = Tickets),
        (path = "/other", api = Others),
    )
)]
struct Api;

#[derive(OpenApi)]
#[openapi(paths(handlers::orders::all))]
struct Orders;

#[derive(OpenApi)]
#[openapi(paths(handlers::tickets::all))]
struct Tickets;

#[derive(OpenApi)]
#[openapi(nest((path = "/orders", api = OtherOrders), (path = "/tickets", api = OtherTickets)))]
struct Others;

#[derive(OpenApi)]
#[openapi(paths(handlers::orders::list))]
struct OtherOrders;

#[derive(OpenApi)]
#[openapi(paths(handlers::tickets::list))]
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
