//! Few rows, each for a reason.

use crate::models::{contact, invoice, line, memo};

/// Invoices of the tests: see [`invoices`].
pub(crate) const OWN: i64 = 1;
pub(crate) const OTHERS: i64 = 2;
pub(crate) const ABROAD: i64 = 3;
pub(crate) const OWNERLESS: i64 = 4;
pub(crate) const POSTED: i64 = 5;
pub(crate) const DRAFT: i64 = 6;
pub(crate) const NOWHERE: i64 = 7;

/// The seller, who works in company 1.
pub(crate) const SELLER: i64 = 7;
/// The contact that the portal user is.
pub(crate) const CONTACT: i64 = 31;

pub(crate) fn invoices() -> [invoice::Model; 7] {
    let own = invoice::Model {
        id: OWN,
        company_id: Some(1),
        contact_id: Some(CONTACT),
        salesperson_id: Some(SELLER),
        campaign_id: Some(1),
        number: Some("A-1".to_owned()),
        status: "sent".to_owned(),
        total: 100,
        cost: 60,
        note: None,
        created_by: 1,
    };
    let another = |id, total| invoice::Model {
        id,
        number: Some(format!("A-{id}")),
        total,
        cost: total / 2,
        ..own.clone()
    };
    [
        own.clone(),
        invoice::Model {
            contact_id: Some(32),
            salesperson_id: Some(8),
            ..another(OTHERS, 200)
        },
        invoice::Model {
            company_id: Some(2),
            ..another(ABROAD, 400)
        },
        invoice::Model {
            contact_id: None,
            salesperson_id: None,
            campaign_id: None,
            ..another(OWNERLESS, 800)
        },
        invoice::Model {
            status: "posted".to_owned(),
            ..another(POSTED, 1600)
        },
        invoice::Model {
            salesperson_id: Some(8),
            status: "draft".to_owned(),
            ..another(DRAFT, 3200)
        },
        invoice::Model {
            company_id: None,
            ..another(NOWHERE, 6400)
        },
    ]
}

pub(crate) fn lines() -> Vec<line::Model> {
    let of = |invoice_id: i64| {
        [(1, "pen", 3), (2, "ink", 0)].map(|(position, product, quantity)| line::Model {
            invoice_id,
            position,
            product: product.to_owned(),
            quantity,
        })
    };
    (OWN..=NOWHERE).flat_map(of).collect()
}

pub(crate) fn contacts() -> [contact::Model; 3] {
    [(CONTACT, 1, "Ada"), (32, 1, "Bob"), (33, 2, "Cid")].map(|(id, company_id, name)| {
        contact::Model {
            id,
            company_id,
            name: name.to_owned(),
            email: Some(format!("{name}@example.com")),
            rating: None,
        }
    })
}

pub(crate) fn memos() -> [memo::Model; 3] {
    [(1, 1, SELLER), (2, 1, 8), (3, 2, SELLER)].map(|(id, company_id, author_id)| memo::Model {
        id,
        company_id,
        author_id,
        text: "plain".to_owned(),
    })
}
