//! Bodies that ask for more than the caller may.

use serde_json::{Value, json};

use super::invoices::{in_status, stored};
use super::server::{CLERK, MANAGER, PORTAL, SALES, patch, post, send, server, start, token};

fn new(changes: &[(&str, Value)]) -> String {
    let mut new = json!({ "contact_id": 1, "due_on": "2026-12-31",
        "lines": [{ "product_id": 1, "quantity": 1 }] });
    for (name, value) in changes {
        new[*name] = value.clone();
    }
    new.to_string()
}

#[test]
fn fields_that_are_not_the_callers_to_write() {
    let id = in_status("draft");
    let (path, before) = (format!("/api/invoices/{id}"), stored(id));
    for field in [
        "id",
        "number",
        "company_id",
        "total_cents",
        "cost_cents",
        "created_by",
        "created_on",
        "contact_id",
        "__proto__",
        "Status",
    ] {
        let body = json!({ field: 1 }).to_string();
        for uid in [SALES, MANAGER] {
            patch(&path, &token(uid), &body).expect(400);
            if field != "contact_id" {
                post("/api/invoices", &token(uid), &new(&[(field, json!(1))])).expect(400);
            }
        }
    }
    let refused = patch(&path, &token(SALES), r#"{"salesperson_id":1}"#).expect(403);
    assert_eq!(
        refused["missing"][0], "invoice.salesperson_id:write",
        "not even to what it is"
    );
    assert_eq!(stored(id), before);
}

#[test]
fn new_invoices_that_are_refused() {
    let long = "x".repeat(501);
    let line =
        |product: i64, quantity: i64| json!([{ "product_id": product, "quantity": quantity }]);
    let many: Vec<_> = (0..51)
        .map(|_| json!({ "product_id": 1, "quantity": 1 }))
        .collect();
    let cases = [
        (SALES, vec![("salesperson_id", json!(2))], 403),
        (SALES, vec![("salesperson_id", json!(1))], 403),
        (SALES, vec![("contact_id", json!(2))], 400),
        (SALES, vec![("contact_id", json!(4711))], 400),
        (SALES, vec![("contact_id", json!("1"))], 400),
        (MANAGER, vec![("contact_id", json!(3))], 400),
        (MANAGER, vec![("salesperson_id", json!(4711))], 409),
        (SALES, vec![("lines", line(20, 1))], 400),
        (SALES, vec![("lines", line(4711, 1))], 400),
        (SALES, vec![("lines", line(1, 0))], 400),
        (SALES, vec![("lines", line(1, -5))], 400),
        (SALES, vec![("lines", line(1, 10_001))], 400),
        (SALES, vec![("lines", line(1, i64::MAX))], 400),
        (SALES, vec![("lines", json!([]))], 400),
        (SALES, vec![("lines", json!(many))], 400),
        (
            SALES,
            vec![(
                "lines",
                json!([{ "product_id": 1, "quantity": 1, "unit_cents": 1 }]),
            )],
            400,
        ),
        (SALES, vec![("lines", json!([[1, 1]]))], 400),
        (SALES, vec![("due_on", json!("tomorrow"))], 400),
        (SALES, vec![("due_on", json!("2026-13-01"))], 400),
        (SALES, vec![("due_on", json!("2026-02-31"))], 400),
        (SALES, vec![("internal_note", json!("\0"))], 400),
        (SALES, vec![("internal_note", json!(" "))], 400),
        (SALES, vec![("internal_note", json!(long))], 400),
        (CLERK, vec![], 403),
        (CLERK, vec![("contact_id", json!(4711))], 403),
        (PORTAL, vec![], 403),
        (PORTAL, vec![("lines", json!([]))], 403),
    ];
    for (uid, changes, status) in cases {
        let answer = post("/api/invoices", &token(uid), &new(&changes));
        assert_eq!(
            answer.status, status,
            "{changes:?} by {uid}: {}",
            answer.body
        );
        assert!(
            answer.head.contains("application/problem+json"),
            "{changes:?}"
        );
        assert!(!answer.body.contains("SELECT") && !answer.body.contains("constraint"));
    }
}

#[test]
fn nothing_stays_of_an_invoice_that_fails() {
    let manager = token(MANAGER);
    let server = start();
    let count =
        || send(server, "GET", "/api/invoices?limit=1", &manager, "").expect(200)["total"].clone();
    let before = count();
    let lines = json!([{ "product_id": 1, "quantity": 1 }, { "product_id": 4711, "quantity": 1 }]);
    let broken = [
        new(&[("salesperson_id", json!(4711))]),
        new(&[("lines", lines)]),
    ];
    for (body, status) in broken.iter().zip([409, 400]) {
        send(server, "POST", "/api/invoices", &manager, body).expect(status);
        assert_eq!(count(), before);
    }
    let created = send(server, "POST", "/api/invoices", &manager, &new(&[])).expect(201);
    assert_eq!(created["number"], "INV-2026-02401", "no number is lost");
}

#[test]
fn tickets_are_for_whom_the_caller_knows() {
    let ticket =
        |contact: i64| json!({ "subject": "x", "body": "x", "contact_id": contact }).to_string();
    for (uid, contact, status) in [
        (PORTAL, 1, 201),
        (PORTAL, 2, 400),
        (PORTAL, -1, 400),
        (SALES, 4, 201),
        (SALES, 2, 400),
        (CLERK, 2, 201),
        (CLERK, 1, 400),
    ] {
        let answer = send(
            server(),
            "POST",
            "/api/tickets",
            &token(uid),
            &ticket(contact),
        );
        let opened = answer.expect(status);
        if status == 201 {
            assert_eq!(opened["company_id"], (contact - 1) % 3 + 1);
            assert_eq!(opened["status"], "open");
        }
    }
}
