//! Reminding a customer of an invoice.

use guard_runtime::Env;
use guard_runtime::admin::{Done, Mistakes, PageAction, RunError, page_action};
use guard_runtime::records::GuardedDb;
use sea_orm::{Set, Unchanged};
use serde::Deserialize;

use super::invoices::Invoices;
use crate::app::data::invoice_status::Status;
use crate::app::data::{contact, date, invoice};

const LONGEST: usize = 300;

/// Reminds the customer of a posted invoice, and notes that in the invoice.
#[page_action(on = Invoices, target = one, title = "Remind the customer")]
#[derive(Deserialize)]
struct Remind {
    /// What the customer reads.
    #[field(long)]
    text: String,
    /// How it is sent.
    #[field(choices = ["mail", "letter"])]
    by: String,
}

impl PageAction for Remind {
    async fn run(self, _: &Env, db: &GuardedDb, ids: &[i64]) -> Result<Done, RunError> {
        let Self { text, by } = self;
        let mut mistakes = Mistakes::none();
        if !(1..=LONGEST).contains(&text.trim().chars().count()) {
            mistakes.at("text", format!("From 1 to {LONGEST} characters."));
        }
        if by == "letter" && text.contains("http") {
            mistakes.at("by", "Nobody can follow a link in a letter.");
        }
        mistakes.result()?;
        let Some(id) = ids.first().copied() else {
            return Err(RunError::failed("an action on one invoice without one"));
        };
        db.transaction(async |db| {
            let invoice = db.get::<invoice::Entity>(id).await?;
            let contact = db.get::<contact::Entity>(invoice.contact_id).await?;
            let before = invoice.internal_note.get().cloned().flatten();
            let line = format!("Reminded by {by} on {}: {text}", date::today());
            let note = before.map_or_else(|| line.clone(), |before| format!("{before}\n{line}"));
            let change = invoice::ActiveModel {
                id: Unchanged(id),
                internal_note: Set(Some(note)),
                ..Default::default()
            };
            // The rules first, as everywhere.
            db.update(change).exec().await?;
            if invoice.status != Status::Posted {
                let why = format!("It is {}: nothing is due.", invoice.status.name());
                return Err(RunError::refused(why));
            }
            Ok(Done::said(format!("{} is reminded by {by}.", contact.name)))
        })
        .await
    }
}
