//! How things are: figures of what the user may read, and of nothing else.

use guard_runtime::Env;
use guard_runtime::admin::{Content, PlainPage, RunError, plain_page};
use guard_runtime::records::{GuardedDb, field};
use maud::html;

use super::Office;
use super::catalogue::products::FEW;
use crate::app::data::invoice_status::Status;
use crate::app::data::{invoice, order, product, ticket};

/// Invoices, orders, tickets and stock at a glance.
#[plain_page(under = Office, order = 1)]
struct Dashboard;

impl PlainPage for Dashboard {
    async fn show(_: &Env, db: &GuardedDb) -> Result<Content, RunError> {
        let invoices = db.find::<invoice::Entity>();
        let grouped = invoices.clone().group_by(invoice::Column::Status);
        let counts = grouped.clone().count::<Status>().await?;
        let sums = grouped.sum::<Status>(invoice::Column::TotalCents).await?;
        let of = |status: Status| {
            let count = counts.iter().find(|(it, _)| *it == status);
            let sum = sums.iter().find(|(it, _)| *it == status);
            let cents = sum.and_then(|(_, cents)| *cents).unwrap_or(0);
            (status.name(), count.map_or(0, |(_, many)| *many), cents)
        };
        let invoices = [Status::Draft, Status::Posted, Status::Paid].map(of);

        let orders = db.find::<order::Entity>();
        let orders = orders.filter(field(order::Column::Status).eq("confirmed"));
        let tickets = db.find::<ticket::Entity>();
        let tickets = tickets.filter(field(ticket::Column::Status).eq("open"));
        let products = db.find::<product::Entity>();
        let products = products.filter(field(product::Column::Stock).at_most(FEW));
        let open = [
            ("orders to ship", orders.count().await?),
            ("open tickets", tickets.count().await?),
            ("products running out", products.count().await?),
        ];
        Ok(html! {
            h2 { "To be done" }
            ul.cards {
                @for (what, many) in open {
                    li { strong.title { (many) } p { (what) } }
                }
            }
            h2 { "Invoices" }
            ul.cards {
                @for (status, many, cents) in invoices {
                    li { strong.title { (money(cents)) } p { (many) " " (status) } }
                }
            }
        }
        .into())
    }
}

/// `1 234 567 cents` as `12 345.67 €`.
fn money(cents: i64) -> String {
    let euros = (cents / 100).to_string();
    let mut text = String::new();
    for (at, digit) in euros.chars().enumerate() {
        if at > 0 && (euros.len() - at).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    format!("{text}.{:02} €", cents % 100)
}

#[cfg(test)]
mod tests {
    use super::money;

    #[test]
    fn cents_are_shown_as_euros() {
        assert_eq!(money(0), "0.00 €");
        assert_eq!(money(12_305), "123.05 €");
        assert_eq!(money(123_456_789), "1\u{202f}234\u{202f}567.89 €");
    }
}
