//! What customers see, and what they do not.

use serde_json::Value;

use super::server::{Headers, expired, get, token};

#[test]
fn customers_pay_wholesale_prices_and_guests_retail() {
    let first = |headers: &Headers| get("/api/catalog?limit=1", headers).items().remove(0);
    for (caller, headers, list, cents) in [
        ("anonymous", Vec::new(), "retail", 1190),
        ("expired", expired(5), "retail", 1190),
        ("guest", token(7), "retail", 1190),
        ("portal", token(5), "wholesale", 856),
        ("portal and public", token(6), "wholesale", 856),
        ("clerk", token(4), "wholesale", 856),
    ] {
        let offer = first(&headers);
        assert_eq!(offer["price_list"], list, "{caller}");
        assert_eq!(offer["price_cents"], cents, "{caller}");
        assert_eq!(offer["cost_cents"], Value::Null, "{caller}");
    }
}

#[test]
fn orders_and_tickets_stay_with_their_customers() {
    let all = |path: &str, uid: i64| get(&format!("{path}?limit=100"), &token(uid)).items();
    let column = |rows: &[Value], name: &str| {
        let mut values: Vec<_> = rows.iter().map(|it| it[name].as_i64().unwrap()).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    let total = get("/api/orders", &token(3)).expect(200)["total"].clone();
    assert_eq!(total, 3000, "an administrator of all companies");
    for path in ["/api/orders", "/api/tickets"] {
        assert_eq!(column(&all(path, 5), "contact_id"), [1], "{path}");
        assert_eq!(column(&all(path, 6), "contact_id"), [2], "{path}");
        assert_eq!(column(&all(path, 1), "company_id"), [1], "{path}");
        assert_eq!(column(&all(path, 2), "company_id"), [1, 2], "{path}");
        assert_eq!(column(&all(path, 4), "company_id"), [2], "{path}");
    }
    let of_company = |uid: i64| get("/api/orders?company=2", &token(uid));
    assert_eq!(column(&of_company(2).items(), "company_id"), [2]);
    assert_eq!(of_company(1).status, 403, "a foreign company");
    assert_eq!(of_company(5).status, 403, "a customer has no companies");
}
