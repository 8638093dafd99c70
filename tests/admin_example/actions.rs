//! What buttons do, and what they do not.

use serde_json::json;

use super::server::{AUDITOR, Headers, MANAGER, SALES, form, get, page, post, start, token};

const PAID: &str = "/admin/api/sales/invoices/actions/mark_paid";
const REMIND: &str = "/admin/api/sales/invoices/actions/remind";

fn value(to: std::net::SocketAddr, id: i64, field: &str, who: &Headers) -> serde_json::Value {
    let invoice = get(to, &format!("/admin/api/sales/invoices/{id}"), who).expect(200);
    invoice["values"][field].clone()
}

#[test]
fn what_is_posted_is_paid_and_all_of_it() {
    let (to, manager) = (start(), token(MANAGER));
    // 39 is a draft.
    let refused = post(to, PAID, &manager, &json!({ "keys": ["6", "39"] }));
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.body.contains("draft"), "{}", refused.body);
    assert_eq!(value(to, 6, "status", &manager), "posted");
    let done = post(to, PAID, &manager, &json!({ "keys": ["6", "30"] })).expect(200);
    assert_eq!(done["message"], "2 invoices are paid.");
    assert_eq!(value(to, 6, "status", &manager), "paid");
    // What is paid is no salesperson's to change any more.
    let again = post(to, PAID, &token(SALES), &json!({ "keys": ["6"] }));
    assert_eq!(again.status, 403);
}

#[test]
fn reminders_are_noted() {
    let (to, sales) = (start(), token(SALES));
    let remind = |id: &str, text: &str, by: &str| {
        let form = json!({ "text": text, "by": by });
        post(to, REMIND, &sales, &json!({ "keys": [id], "form": form }))
    };
    let done = remind("6", "Please pay", "letter").expect(200);
    assert!(done["message"].as_str().unwrap().ends_with("by letter."));
    let note = value(to, 6, "internal_note", &sales);
    assert!(note.as_str().unwrap().ends_with("Please pay"), "{note}");
    for (id, text, by, status) in [
        ("39", "Please pay", "mail", 422),
        ("6", "Please pay", "pigeon", 422),
        ("6", "", "mail", 422),
        ("6", &"a".repeat(301), "mail", 422),
        // A colleague's.
        ("18", "Please pay", "mail", 404),
    ] {
        let answer = remind(id, text, by);
        assert_eq!(answer.status, status, "{id} {by}: {}", answer.body);
    }
    let two = json!({ "keys": ["6", "30"], "form": { "text": "T", "by": "mail" } });
    assert!(post(to, REMIND, &sales, &two).status >= 400);
    assert_eq!(value(to, 6, "internal_note", &sales), note);
    let untouched = value(to, 39, "internal_note", &sales);
    assert!(!untouched.to_string().contains("Reminded"), "{untouched}");
}

/// The button is not there; pressed anyway, it does nothing.
#[test]
fn a_button_that_is_not_shown_is_refused() {
    let (to, auditor, manager) = (start(), token(AUDITOR), token(MANAGER));
    let list = "/admin/sales/invoices";
    for path in [list.to_owned(), format!("{list}/6")] {
        let shown = page(to, &path, &auditor);
        assert_eq!(shown.status, 200);
        for part in [
            "actions/mark_paid",
            "actions/remind",
            "/delete",
            "/edit",
            "/update",
        ] {
            assert!(!shown.body.contains(part), "{path}: {part}");
        }
    }
    let shown = page(to, list, &manager);
    assert!(shown.body.contains("actions/mark_paid"), "{}", shown.body);
    for (path, body) in [
        ("/actions/mark_paid", "key=6"),
        ("/actions/remind", "key=6&text=T&by=mail"),
        ("/6/edit", "internal_note=Changed"),
        ("/6/delete", ""),
        ("/update", "key=6&internal_note=Changed"),
        ("/delete", "key=6"),
    ] {
        let answer = form(to, &format!("{list}{path}"), &auditor, body);
        assert_eq!(answer.status, 403, "{path}: {}", answer.body);
    }
    assert_eq!(value(to, 6, "status", &manager), "posted");
    assert_ne!(value(to, 6, "internal_note", &manager), "Changed");
}

#[test]
fn only_a_manager_deletes_many_at_once() {
    let to = start();
    // Drafts of `sales`.
    let keys = ["35", "39", "63", "91", "119", "147"];
    let delete = |keys: &[&str], who: i64| {
        let path = "/admin/api/sales/invoices/delete";
        post(to, path, &token(who), &json!({ "keys": keys })).status
    };
    assert_eq!(delete(&keys, SALES), 403);
    assert_eq!(delete(&keys[..5], SALES), 200);
    assert_eq!(delete(&keys, MANAGER), 404);
    assert_eq!(
        delete(&["171", "23", "51", "79", "103", "107"], MANAGER),
        200
    );
}

#[test]
fn a_price_change_is_of_one_category() {
    let (to, manager) = (start(), token(MANAGER));
    let prices = |category: &str| {
        let path = format!("/admin/api/catalogue/products?sort=id&filter.category={category}");
        let list = get(to, &path, &manager).expect(200);
        let list = list["records"].as_array().unwrap().clone();
        let price = |it: serde_json::Value| it["values"]["retail_cents"].as_i64().unwrap();
        list.into_iter().map(price).collect::<Vec<_>>()
    };
    let (tea, coffee) = (prices("tea"), prices("coffee"));
    let change = json!({ "category": "tea", "percent": -10 });
    let done = post(to, "/admin/api/catalogue/price-change", &manager, &change).expect(200);
    assert_eq!(done["message"], "5 products have new prices.");
    let cheaper = tea.iter().map(|it| it * 90 / 100);
    assert_eq!(prices("tea"), cheaper.collect::<Vec<_>>());
    assert_eq!(prices("coffee"), coffee);
}
