//! The lines of a new invoice, at the prices of the day.

use std::collections::HashMap;

use guard_runtime::records::{AccessError, GuardedDb, field};
use sea_orm::Set;
use serde::Deserialize;

use crate::app::data::{invoice_line, product};
use crate::app::failure::Failure;
use crate::app::object::Object;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewLine {
    product_id: i64,
    quantity: i64,
}

/// Refuses lines that nobody means.
///
/// # Errors
///
/// There are none or too many, or of too many pieces.
pub(super) fn check(lines: &[Object<NewLine>]) -> Result<(), Failure> {
    let plausible = |Object(line): &Object<NewLine>| (1..=10_000).contains(&line.quantity);
    if (1..=50).contains(&lines.len()) && lines.iter().all(plausible) {
        Ok(())
    } else {
        Err(Failure::input(
            "`lines` has 1 to 50 lines, each of 1 to 10000 pieces",
        ))
    }
}

/// A line, and what a piece is sold for and costs us.
pub(super) struct Priced {
    product_id: i64,
    quantity: i64,
    unit_cents: i64,
    unit_cost_cents: i64,
}

/// Looks the prices up.
///
/// # Errors
///
/// A product is not sold, or the database fails.
pub(super) async fn priced(
    db: &GuardedDb,
    lines: &[Object<NewLine>],
) -> Result<Vec<Priced>, Failure> {
    let products = db
        .find::<product::Entity>()
        .by_ids(lines.iter().map(|Object(line)| line.product_id))
        .filter(field(product::Column::Discontinued).eq(false));
    let products = products.all().await?.into_iter();
    let products = products.map(|it| (it.id, it)).collect::<HashMap<_, _>>();
    let priced = lines.iter().map(|Object(line)| {
        let product = products.get(&line.product_id)?;
        Some(Priced {
            product_id: line.product_id,
            quantity: line.quantity,
            unit_cents: *product.wholesale_cents.get()?,
            unit_cost_cents: *product.cost_cents.get()?,
        })
    });
    let priced = priced.collect::<Option<_>>();
    priced.ok_or_else(|| Failure::input("there is no such product"))
}

impl Priced {
    pub(super) fn total_cents(&self) -> i64 {
        self.quantity * self.unit_cents
    }

    pub(super) fn cost_cents(&self) -> i64 {
        self.quantity * self.unit_cost_cents
    }

    /// Stores it as one of this invoice's.
    ///
    /// # Errors
    ///
    /// The caller may not add to the invoice, or the database fails.
    pub(super) async fn store(&self, db: &GuardedDb, invoice_id: i64) -> Result<(), AccessError> {
        let asked = invoice_line::ActiveModel {
            product_id: Set(self.product_id),
            quantity: Set(self.quantity),
            ..Default::default()
        };
        let line = db.create(asked).fill(|line| {
            line.invoice_id = Set(invoice_id);
            line.unit_cents = Set(self.unit_cents);
            line.cost_cents = Set(self.cost_cents());
        });
        line.exec().await?;
        Ok(())
    }
}
