//! Invoices to try things with.

use serde_json::{Value, json};

use super::server::{MANAGER, get, patch, post, token};

/// A new invoice for contact 1 of company 1, sold by the salesperson of that company, as the steps
/// before leave it.
pub(crate) fn in_status(status: &str) -> i64 {
    sold_by(1, status)
}

/// The same, sold by somebody else.
pub(crate) fn sold_by(salesperson: i64, status: &str) -> i64 {
    let manager = token(MANAGER);
    let new = json!({ "contact_id": 1, "due_on": "2026-12-31", "salesperson_id": salesperson,
        "internal_note": "secret of ours", "lines": [{ "product_id": 1, "quantity": 2 }] });
    let created = post("/api/invoices", &manager, &new.to_string()).expect(201);
    let id = created["id"].as_i64().unwrap();
    let steps: &[&str] = match status {
        "draft" => &[],
        "posted" => &["posted"],
        "paid" => &["posted", "paid"],
        "cancelled" => &["cancelled"],
        other => panic!("no status: {other}"),
    };
    for step in steps {
        let step = json!({ "status": step }).to_string();
        patch(&format!("/api/invoices/{id}"), &manager, &step).expect(200);
    }
    id
}

/// All that there is of an invoice, to be compared.
pub(crate) fn stored(id: i64) -> Value {
    let answer = get(&format!("/api/invoices/{id}"), &token(MANAGER));
    json!({ "status": answer.status, "body": answer.expect(answer.status)["number"].is_string()
        .then(|| answer.json()) })
}
