//! Amounts of money, as people read and write them.

use crate::desk::{desk, stored};

const ORDERS: &str = "/admin/orders";

#[actix_web::test]
async fn amounts_are_shown_with_their_currency() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let list = ada.open(ORDERS).await;
    list.has("<td class=\"number\">2,469.00 EUR</td><td class=\"number\">1,500 JPY</td>");
    ada.open(&format!("{ORDERS}/2"))
        .await
        .has("<dd>2,469.00 EUR</dd>");
    let form = ada.open(&format!("{ORDERS}/2/edit")).await;
    form.has("name=\"total\" value=\"2469.00\"").has("In EUR.");
    form.has("name=\"tip\" value=\"1500\"");
}

#[actix_web::test]
async fn amounts_are_entered_digit_by_digit() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    for (total, tip, expected) in [
        ("19.99", "", (1_999, None)),
        ("92233720368547758.07", "7", (i64::MAX, Some(7))),
        ("1234.5", "0", (123_450, Some(0))),
    ] {
        let body = format!("number=O-2&customer_id=&total={total}&tip={tip}&ceiling=&last_day=");
        let answer = ada.send(&format!("{ORDERS}/2/edit"), body).await;
        assert_eq!(answer.status, 303, "{total}: {}", answer.text);
        let now = stored(&world, 2).await;
        assert_eq!((now.total, now.tip), expected);
    }
    for (total, tip, part) in [
        (
            "1%2C234.50",
            "1",
            "Total: expected an amount without separators, as 1250.00",
        ),
        (
            "1.005",
            "1",
            "Total: EUR has at most 2 digits behind the point",
        ),
        ("1e3", "1", "Total: expected an amount, as 1250.00"),
        (
            "92233720368547758.08",
            "1",
            "Total: expected an amount from -92233720368547758.08 to",
        ),
        ("1", "1.5", "Tip: JPY has no digits behind the point"),
        ("", "1", "Total: is required"),
    ] {
        let body = format!("number=O-2&customer_id=&total={total}&tip={tip}&ceiling=&last_day=");
        let answer = ada.send(&format!("{ORDERS}/2/edit"), body).await;
        assert_eq!(answer.status, 422, "{total}");
        answer.has(part);
    }
    assert_eq!(stored(&world, 2).await.total, 123_450);
}

#[actix_web::test]
async fn people_filter_by_amounts_and_programs_by_the_smallest_unit() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let list = ada
        .open(&format!("{ORDERS}?filter.total.at_least=4938.00"))
        .await;
    list.has("Total at least 4,938.00 EUR")
        .has(">O-4<")
        .has(">O-5<");
    list.has_not(">O-3<").has("value=\"4938.00\"");
    let list = ada
        .open(&format!("{ORDERS}?filter.total.at_least=4%2C938.00"))
        .await;
    assert_eq!(list.status, 400);
    list.has("expected an amount without separators");
    let json = ada
        .open("/admin/api/orders?filter.total.at_least=493800")
        .await;
    json.has("\"total\":2").has("\"total\":493800");
    let json = ada
        .open("/admin/api/orders?filter.total.at_least=4938.00")
        .await;
    assert_eq!(json.status, 400);
    json.has("expected a whole number");
}
