//! What the pages show, and what becomes of what is entered.

use serde_json::{Value, json};

use super::server::{ADMIN, AUDITOR, CLERK, MANAGER, SALES, get, page, post, send, start, token};

#[test]
fn each_sees_their_own_invoices() {
    let to = start();
    let total = |uid, query: &str| {
        let path = format!("/admin/api/sales/invoices{query}");
        let list = get(to, &path, &token(uid)).expect(200);
        list["total"].as_u64().unwrap()
    };
    let (sales, manager, auditor) = (total(SALES, ""), total(MANAGER, ""), total(AUDITOR, ""));
    assert!(0 < sales && sales < manager && manager < auditor);
    assert_eq!(total(SALES, "?filter.salesperson_id=2"), 0);
    let drafts = total(SALES, "?filter.status=draft");
    assert!(0 < drafts && drafts < sales);
}

#[test]
fn a_list_is_what_the_page_shows() {
    let to = start();
    for (uid, path) in [
        (SALES, "/sales/invoices?filter.status=posted"),
        (MANAGER, "/sales/orders?search=SO-2026-001"),
        (CLERK, "/catalogue/products?sort=-retail_cents"),
        (ADMIN, "/administration/users?filter.blocked=true"),
        (AUDITOR, "/sales/contacts?filter.city=Porto"),
    ] {
        let list = get(to, &format!("/admin/api{path}"), &token(uid)).expect(200);
        let shown = page(to, &format!("/admin{path}"), &token(uid));
        assert_eq!(shown.status, 200, "{path}");
        let records = list["records"].as_array().unwrap();
        assert!(!records.is_empty(), "{path}");
        let (base, _) = path.split_once('?').unwrap();
        let links = records.iter().map(|it| {
            let key = it["key"].as_str().unwrap();
            format!("href=\"/admin{base}/{key}")
        });
        for link in links {
            assert!(shown.body.contains(&link), "{path}: {link}");
        }
    }
}

#[test]
fn fields_that_one_may_not_read_are_nowhere() {
    let to = start();
    let user = |uid| get(to, "/admin/api/administration/users/4", &token(uid)).expect(200);
    assert_eq!(user(ADMIN)["values"]["login"], "clerk");
    assert!(user(AUDITOR)["values"].get("login").is_none());
    for uid in [ADMIN, AUDITOR] {
        assert!(user(uid)["values"].get("password_hash").is_none());
        let path = "/admin/administration/users/4";
        assert!(!page(to, path, &token(uid)).body.contains("argon2"));
    }
    // By a filter neither.
    let path = "/admin/api/administration/users?filter.password_hash.starts_with=a";
    assert!(get(to, path, &token(ADMIN)).status >= 400);
}

#[test]
fn what_the_application_decides_is_filled_in() {
    let to = start();
    let body = json!({ "name": "N", "organisation": "O", "email": "n@o.example", "city": "C" });
    let path = "/admin/api/sales/contacts";
    let new = post(to, path, &token(SALES), &body).expect(201);
    let values = &new["record"]["values"];
    assert_eq!(
        (&values["company_id"], &values["salesperson_id"]),
        (&json!(1), &json!(SALES))
    );
    // Nobody chooses that.
    let mut chosen = body.clone();
    chosen["company_id"] = json!(2);
    assert!(post(to, path, &token(SALES), &chosen).status >= 400);

    let path = "/admin/api/administration/settings/mail.footer";
    let change = json!({ "value": "Footer" }).to_string();
    let changed = send(to, "PATCH", path, &token(ADMIN), Some(&change));
    assert_eq!(changed.status, 204, "{}", changed.body);
    let values: Value = get(to, path, &token(ADMIN)).expect(200)["values"].clone();
    assert_eq!(
        (&values["value"], &values["updated_by"]),
        (&json!("Footer"), &json!(ADMIN))
    );
}

#[test]
fn a_blocked_account_is_out_at_once() {
    let to = start();
    assert_eq!(get(to, "/admin/api/menu", &token(CLERK)).status, 200);
    let path = "/admin/api/administration/users/4";
    let block = json!({ "blocked": true }).to_string();
    assert_eq!(
        send(to, "PATCH", path, &token(ADMIN), Some(&block)).status,
        204
    );
    assert_ne!(get(to, "/admin/api/menu", &token(CLERK)).status, 200);
}

#[test]
fn what_cannot_be_is_said_at_its_field() {
    let to = start();
    for (path, body, field) in [
        (
            "catalogue/products/1",
            json!({ "retail_cents": -1, "wholesale_cents": -2 }),
            "retail_cents",
        ),
        (
            "catalogue/products/1",
            json!({ "wholesale_cents": 99_999_999 }),
            "wholesale_cents",
        ),
        (
            "sales/invoices/6",
            json!({ "due_on": "2001-01-01" }),
            "due_on",
        ),
        ("sales/invoices/6", json!({ "due_on": "soon" }), "due_on"),
        ("sales/contacts/1", json!({ "email": "nowhere" }), "email"),
    ] {
        let path = format!("/admin/api/{path}");
        let answer = send(to, "PATCH", &path, &token(MANAGER), Some(&body.to_string()));
        assert_eq!(answer.status, 422, "{path}: {}", answer.body);
        let answer: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(answer["errors"][0]["field"], field, "{answer}");
    }
    let shown = page(to, "/admin/sales/invoices/6", &token(MANAGER));
    assert!(shown.body.contains(" EUR</dd>"), "{}", shown.body);
    assert!(
        shown.body.contains("href=\"/admin/sales/contacts/"),
        "{}",
        shown.body
    );
}
