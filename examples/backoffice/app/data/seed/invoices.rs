//! Invoices: of each order that has got beyond a draft.

use super::trade::placed;
use crate::app::data::date::day;
use crate::app::data::invoice_status::Status;
use crate::app::data::{invoice, invoice_line, order, order_line, product};

const NOTES: [Option<&str>; 6] = [
    None,
    None,
    Some("Pays late, but pays."),
    None,
    Some("Asked for a discount: not before the second order."),
    Some("Send a copy to their bookkeeper."),
];

/// What has become of the invoice of an order. Every fortieth has been cancelled.
fn status(order: &order::Model) -> Option<Status> {
    match order.status.as_str() {
        _ if order.id % 40 == 0 => Some(Status::Cancelled),
        "invoiced" if order.id % 3 != 0 => Some(Status::Paid),
        "invoiced" | "shipped" => Some(Status::Posted),
        "confirmed" => Some(Status::Draft),
        _ => None,
    }
}

/// Invoices with the lines of their orders, and what those cost us.
pub(super) fn of(
    orders: &[order::Model],
    lines: &[order_line::Model],
    products: &[product::Model],
) -> (Vec<invoice::Model>, Vec<invoice_line::Model>) {
    let (mut invoices, mut billed) = (Vec::new(), Vec::new());
    let due = orders
        .iter()
        .filter_map(|order| Some((order, status(order)?)));
    for ((id, (order, status)), note) in (1..).zip(due).zip(NOTES.into_iter().cycle()) {
        let mut cost_cents = 0;
        // The lines of an order lie together, in the order of the orders.
        let first = lines.partition_point(|line| line.order_id < order.id);
        let own = lines.iter().skip(first);
        for line in own.take_while(|line| line.order_id == order.id) {
            let product = products.iter().find(|it| it.id == line.product_id);
            let cost = line.quantity * product.map_or(0, |it| it.cost_cents);
            cost_cents += cost;
            billed.push(invoice_line::Model {
                id: line.id,
                invoice_id: id,
                product_id: line.product_id,
                quantity: line.quantity,
                unit_cents: line.unit_cents,
                cost_cents: cost,
            });
        }
        let written = placed(order.id) + 2;
        invoices.push(invoice::Model {
            id,
            number: invoice::number(id),
            company_id: order.company_id,
            contact_id: order.contact_id,
            salesperson_id: order.salesperson_id,
            status,
            total_cents: order.total_cents,
            cost_cents,
            internal_note: note.map(str::to_owned),
            due_on: day(written + 30),
            created_by: Some(order.salesperson_id),
            created_on: day(written),
        });
    }
    (invoices, billed)
}
