//! Orders and tickets.

use crate::app::data::date::day;
use crate::app::data::{contact, order, order_line, product, ticket};

const ORDERS: i64 = 3000;
const TICKETS: i64 = 400;
const STATUS: [&str; 5] = ["invoiced", "shipped", "confirmed", "draft", "invoiced"];

#[rustfmt::skip]
const SUBJECTS: [(&str, &str); 8] = [
    ("Late delivery", "The parcel was announced for Tuesday and has not arrived."),
    ("Wrong grind", "We ordered whole beans and received ground coffee."),
    ("Invoice copy", "Please send us the invoice for our last order again."),
    ("Machine leaks", "The left group drips after each shot."),
    ("Change of address", "We have moved: please update the address of delivery."),
    ("Quote for cups", "What would 50 boxes of paper cups cost us?"),
    ("Tasting", "Could one of you come by for a tasting next month?"),
    ("Broken kettle", "The handle came off in the first week."),
];

/// Orders, each with one to three lines at wholesale prices.
pub(super) fn orders(
    contacts: &[contact::Model],
    products: &[product::Model],
) -> (Vec<order::Model>, Vec<order_line::Model>) {
    let (mut orders, mut lines) = (Vec::new(), Vec::new());
    // Seven steps at a time come past each of the contacts.
    let customers = contacts.iter().cycle().step_by(7);
    let steps = (1..=ORDERS).zip(0..).zip(STATUS.into_iter().cycle());
    for (((id, at), status), contact) in steps.zip(customers) {
        let wanted = products.iter().cycle().skip(at * 3).step_by(11);
        let mut total_cents = 0;
        for (product, part) in wanted.zip(0..=at % 3).map(|(product, _)| product).zip(1..) {
            let quantity = (id * part) % 9 + 1;
            total_cents += quantity * product.wholesale_cents;
            lines.push(order_line::Model {
                id: id * 10 + part,
                order_id: id,
                product_id: product.id,
                quantity,
                unit_cents: product.wholesale_cents,
            });
        }
        orders.push(order::Model {
            id,
            number: format!("SO-2026-{id:04}"),
            company_id: contact.company_id,
            contact_id: contact.id,
            salesperson_id: contact.salesperson_id,
            status: status.to_owned(),
            total_cents,
            placed_on: day(placed(id)),
        });
    }
    (orders, lines)
}

/// The day on which an order is placed: a dozen a day.
pub(super) fn placed(order: i64) -> u64 {
    40 + order.unsigned_abs() / 12
}

pub(super) fn tickets(contacts: &[contact::Model]) -> Vec<ticket::Model> {
    let customers = contacts.iter().cycle().step_by(11);
    let states = ["open", "waiting", "closed", "closed"].into_iter().cycle();
    let texts = SUBJECTS.into_iter().cycle();
    let tickets = (1..=TICKETS).zip(customers).zip(states).zip(texts);
    tickets
        .map(|(((id, contact), status), (subject, body))| ticket::Model {
            id,
            company_id: contact.company_id,
            contact_id: contact.id,
            subject: subject.to_owned(),
            body: body.to_owned(),
            status: status.to_owned(),
            assigned_to: (status != "open").then_some(contact.salesperson_id),
            opened_on: day(60 + id.unsigned_abs() / 2),
        })
        .collect()
}
