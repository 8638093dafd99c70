//! Invoices. The gates let customers and us in; what each of us sees and may do with it, the model says.

mod access;
mod change;
mod create;
mod lines;
mod list;
mod paid;
mod read;
mod remove;
mod report;
mod step;

use guard_runtime::routes::Routes;

/// Registers the routes.
pub(super) fn register(routes: &mut Routes<'_>) {
    routes
        .service(list::list_invoices)
        .service(create::create_invoice)
        .service(paid::mark_paid)
        .service(read::read_invoice)
        .service(access::explain_access)
        .service(change::change_invoice)
        .service(remove::delete_invoice)
        .service(report::report);
}
