//! Every caller and every operation on an invoice, in each status that matters.

use super::callers::of_invoices;
use super::invoices::{in_status, sold_by, stored};
use super::server::{send, server};

const NOTE: &str = r#"{"internal_note":"changed"}"#;
const POSTED: &str = r#"{"status":"posted"}"#;
const PAID: &str = r#"{"status":"paid"}"#;
const DRAFT: &str = r#"{"status":"draft"}"#;
const CANCELLED: &str = r#"{"status":"cancelled"}"#;
const HANDED_ON: &str = r#"{"salesperson_id":2}"#;
const ALL_OF_IT: &str = r#"{"status":"posted","salesperson_id":2,"internal_note":"changed"}"#;

type Row = (&'static str, &'static str, &'static str, [u16; 11]);

/// An invoice of contact 1, of company 1, sold by `sales`.
#[rustfmt::skip]
const OWN: [Row; 27] = [
    // anonymous, expired, guest | portal, portal2 | clerk, sales, manager, admin | blocked, key
    ("GET", "draft", "", [401, 401, 403, 404, 404, 404, 200, 200, 404, 403, 404]),
    ("GET", "posted", "", [401, 401, 403, 200, 404, 404, 200, 200, 404, 403, 404]),
    ("GET", "paid", "", [401, 401, 403, 200, 404, 404, 200, 200, 404, 403, 404]),
    ("GET", "cancelled", "", [401, 401, 403, 200, 404, 404, 200, 200, 404, 403, 404]),
    ("PATCH", "draft", NOTE, [401, 401, 403, 404, 404, 404, 200, 200, 404, 403, 404]),
    ("PATCH", "posted", NOTE, [401, 401, 403, 403, 404, 404, 200, 200, 404, 403, 404]),
    ("PATCH", "paid", NOTE, [401, 401, 403, 403, 404, 404, 403, 200, 404, 403, 404]),
    ("PATCH", "cancelled", NOTE, [401, 401, 403, 403, 404, 404, 403, 200, 404, 403, 404]),
    ("PATCH", "draft", POSTED, [401, 401, 403, 404, 404, 404, 200, 200, 404, 403, 404]),
    // The rules come before the steps: who may not learns nothing of them.
    ("PATCH", "draft", PAID, [401, 401, 403, 404, 404, 404, 403, 409, 404, 403, 404]),
    ("PATCH", "draft", CANCELLED, [401, 401, 403, 404, 404, 404, 403, 200, 404, 403, 404]),
    ("PATCH", "posted", DRAFT, [401, 401, 403, 403, 404, 404, 409, 409, 404, 403, 404]),
    ("PATCH", "posted", POSTED, [401, 401, 403, 403, 404, 404, 200, 200, 404, 403, 404]),
    ("PATCH", "posted", PAID, [401, 401, 403, 403, 404, 404, 403, 200, 404, 403, 404]),
    ("PATCH", "paid", DRAFT, [401, 401, 403, 403, 404, 404, 403, 409, 404, 403, 404]),
    ("PATCH", "cancelled", POSTED, [401, 401, 403, 403, 404, 404, 403, 409, 404, 403, 404]),
    ("PATCH", "draft", HANDED_ON, [401, 401, 403, 404, 404, 404, 403, 200, 404, 403, 404]),
    ("PATCH", "posted", HANDED_ON, [401, 401, 403, 403, 404, 404, 403, 200, 404, 403, 404]),
    ("PATCH", "draft", ALL_OF_IT, [401, 401, 403, 404, 404, 404, 403, 200, 404, 403, 404]),
    ("PATCH", "posted", "{}", [401, 401, 403, 403, 404, 404, 200, 200, 404, 403, 404]),
    ("DELETE", "draft", "", [401, 401, 403, 404, 404, 404, 204, 204, 404, 403, 404]),
    ("DELETE", "posted", "", [401, 401, 403, 403, 404, 404, 403, 403, 404, 403, 404]),
    ("DELETE", "paid", "", [401, 401, 403, 403, 404, 404, 403, 403, 404, 403, 404]),
    ("DELETE", "cancelled", "", [401, 401, 403, 403, 404, 404, 204, 204, 404, 403, 404]),
    ("PAID", "draft", "", [401, 401, 403, 404, 404, 404, 403, 409, 404, 403, 404]),
    ("PAID", "posted", "", [401, 401, 403, 403, 404, 404, 403, 200, 404, 403, 404]),
    ("PAID", "paid", "", [401, 401, 403, 403, 404, 404, 403, 200, 404, 403, 404]),
];

/// The same invoice, sold by a colleague of the same company.
#[rustfmt::skip]
const OF_A_COLLEAGUE: [Row; 6] = [
    ("GET", "draft", "", [401, 401, 403, 404, 404, 404, 404, 200, 404, 403, 404]),
    ("GET", "posted", "", [401, 401, 403, 200, 404, 404, 404, 200, 404, 403, 404]),
    ("PATCH", "posted", NOTE, [401, 401, 403, 403, 404, 404, 404, 200, 404, 403, 404]),
    ("PATCH", "draft", POSTED, [401, 401, 403, 404, 404, 404, 404, 200, 404, 403, 404]),
    ("DELETE", "draft", "", [401, 401, 403, 404, 404, 404, 404, 204, 404, 403, 404]),
    ("PAID", "posted", "", [401, 401, 403, 403, 404, 404, 404, 200, 404, 403, 404]),
];

#[test]
fn ones_own() {
    check(&OWN, in_status);
}

#[test]
fn a_colleagues() {
    check(&OF_A_COLLEAGUE, |status| sold_by(2, status));
}

/// Asks with an invoice of its own each time, and looks whether a refusal has changed it.
fn check(rows: &[Row], make: impl Fn(&str) -> i64) {
    let mut wrong = Vec::new();
    for (method, status, body, answers) in rows {
        for ((caller, headers), expected) in of_invoices().into_iter().zip(answers) {
            let id = make(status);
            let before = stored(id);
            let ids = format!(r#"{{"ids":[{id}]}}"#);
            let (path, body) = (format!("/api/invoices/{id}"), (*body).to_owned());
            let answer = match *method {
                "PAID" => send(server(), "POST", "/api/invoices/paid", &headers, &ids),
                method => send(server(), method, &path, &headers, &body),
            };
            let what = format!("{method} {status} {body} as {caller}");
            if answer.status != *expected {
                wrong.push(format!("{what}: {}, not {expected}", answer.status));
            }
            let changed = stored(id) != before;
            if changed && (answer.status >= 400 || *method == "GET") {
                wrong.push(format!("{what}: changed"));
            }
            if *method == "DELETE" && changed != (*expected == 204) {
                wrong.push(format!("{what}: still there, or gone"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
