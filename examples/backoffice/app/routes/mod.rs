//! All routes, registered so that a handler without a gate does not compile.

mod admin;
mod catalog;
mod health;
mod home;
mod invoices;
mod login;
mod margins;
mod modules;
mod orders;
mod products;
mod profile;
mod settings;
mod stock;
mod tickets;
mod users;

use guard_runtime::routes::{self, Routes};
use guard_runtime::{any, requires_group};

use super::groups;

/// Registers the routes.
pub(crate) fn register(routes: &mut Routes<'_>) {
    // A gate by hand, for a handler that has none of its own.
    let stock_keeper = any((
        requires_group(groups::warehouse),
        requires_group(groups::sales_manager),
    ));
    invoices::register(routes);
    routes
        .service(health::health)
        .service(login::login)
        .service(profile::my_profile)
        .service(orders::list_orders)
        .service(orders::read_order)
        .service(tickets::list_tickets)
        .service(tickets::open_ticket)
        .service(products::list_products)
        .service(catalog::catalog)
        .service(users::list_users)
        .service(settings::update_setting)
        .service(modules::install_module)
        .service(margins::margins)
        .route(
            "/api/stock",
            routes::get().to(stock_keeper.handler(stock::stock)),
        )
        // Each handler in it has a gate as well: both must let the request through.
        .service(
            routes::scope("/api/admin")
                .service(admin::gates)
                .service(admin::read_user)
                .service(admin::block_user)
                .service(admin::sign_user_out)
                .wrap(requires_group(groups::system_admin)),
        )
        .default_service(routes::route().to(home::home));
}
