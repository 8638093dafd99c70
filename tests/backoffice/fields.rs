//! Fields that not everybody sees are absent: their names are not in the answer.

use serde_json::Value;

use super::invoices::in_status;
use super::server::{ADMIN, CLERK, GUEST, MANAGER, PORTAL, PORTAL2, SALES, get, patch, token};

#[track_caller]
fn has(record: &Value, names: &[&str]) {
    let mut keys: Vec<_> = record.as_object().expect("a record").keys().collect();
    let mut names = names.to_vec();
    keys.sort_unstable();
    names.sort_unstable();
    assert_eq!(keys, names);
}

const SHOWN: [&str; 8] = [
    "id",
    "number",
    "company_id",
    "contact_id",
    "status",
    "total_cents",
    "due_on",
    "created_on",
];
const OURS: [&str; 4] = [
    "salesperson_id",
    "cost_cents",
    "internal_note",
    "created_by",
];
const LINE: [&str; 5] = ["id", "invoice_id", "product_id", "quantity", "unit_cents"];

#[test]
fn of_invoices() {
    let id = in_status("posted");
    let path = format!("/api/invoices/{id}");
    let all = [&SHOWN[..], &OURS].concat();
    for uid in [SALES, MANAGER] {
        let invoice = get(&path, &token(uid)).expect(200);
        has(&invoice, &[&all[..], &["lines"]].concat());
        has(&invoice["lines"][0], &[&LINE[..], &["cost_cents"]].concat());
        assert_eq!(invoice["internal_note"], "secret of ours");
        for item in get("/api/invoices?limit=100", &token(uid)).items() {
            has(&item, &all);
        }
        let changed = patch(&path, &token(uid), r#"{"internal_note":"secret of ours"}"#);
        has(&changed.expect(200), &all);
    }
    let customers = get(&path, &token(PORTAL));
    let invoice = customers.expect(200);
    has(&invoice, &[&SHOWN[..], &["lines"]].concat());
    has(&invoice["lines"][0], &LINE);
    assert!(!customers.body.contains("secret"), "{}", customers.body);
    for uid in [PORTAL, PORTAL2] {
        let items = get("/api/invoices?limit=100", &token(uid)).items();
        assert!(items.len() > 5);
        for item in items {
            has(&item, &SHOWN);
        }
    }
}

#[test]
fn what_is_hidden_is_no_use_in_a_query() {
    let mut queries = Vec::new();
    for field in OURS {
        queries.extend([format!("?sort={field}"), format!("?sort=-{field}&limit=1")]);
    }
    queries.push("?salesperson=1".to_owned());
    queries.push("?status=posted&salesperson=4711".to_owned());
    for query in queries {
        let path = format!("/api/invoices{query}");
        let refused = get(&path, &token(PORTAL)).expect(403);
        let missing = refused["missing"][0].as_str().unwrap();
        let (field, verb) = missing
            .strip_prefix("invoice.")
            .unwrap()
            .split_once(':')
            .unwrap();
        assert!(
            OURS.contains(&field) && verb == "read",
            "{query}: {missing}"
        );
        get(&path, &token(SALES)).expect(200);
    }
    let costs = "/api/reports/invoices?costs=true";
    let refused = get(costs, &token(PORTAL)).expect(403);
    assert_eq!(refused["missing"][0], "invoice.cost_cents:read");
    let reported = get(costs, &token(SALES)).expect(200);
    assert!(reported[0]["cost_cents"].as_i64() > Some(0), "{reported}");
    // Each that is shown does sort.
    for field in SHOWN {
        get(&format!("/api/invoices?sort={field}"), &token(PORTAL)).expect(200);
    }
}

#[test]
fn of_accounts() {
    let card = ["id", "name", "email", "blocked"];
    let account = [&card[..], &["login", "contact_id", "created_on"]].concat();
    for uid in [CLERK, ADMIN] {
        let list = get("/api/users?limit=100", &token(uid));
        for item in list.items() {
            has(&item, &card);
        }
        assert!(!list.body.contains("argon2"));
    }
    let answer = get("/api/admin/users/1", &token(ADMIN));
    has(&answer.expect(200), &account);
    assert!(!answer.body.contains("argon2") && !answer.body.contains("password"));
}

#[test]
fn of_products() {
    let shown = [
        "id",
        "sku",
        "name",
        "category",
        "retail_cents",
        "discontinued",
        "created_on",
    ];
    let ours = [&shown[..], &["wholesale_cents", "cost_cents", "stock"]].concat();
    for item in get("/api/products?limit=100", &token(SALES)).items() {
        has(&item, &ours);
    }
    let offer = ["sku", "name", "category", "price_cents", "price_list"];
    for (uid, list) in [
        (GUEST, "retail"),
        (PORTAL, "wholesale"),
        (CLERK, "wholesale"),
    ] {
        let items = get("/api/catalog?limit=100", &token(uid)).items();
        assert_eq!(items.len(), 38, "nothing that is discontinued");
        for item in items {
            has(&item, &offer);
            assert_eq!(item["price_list"], list);
        }
    }
}
