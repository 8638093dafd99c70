//! The tokens of everybody.

use serde_json::Value;

use crate::places::{Places, id};

const PATH: &str = "/admin/tokens";

#[actix_web::test]
async fn they_are_listed_the_newest_first_without_a_digest() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    let page = cyd.open(PATH).await;
    page.has("“of Sam”")
        .has("<a href=\"/admin/users/user?id=2\"><strong>Sam</strong>")
        .has("99 <span class=\"none\">(no such account)</span>")
        .has("<code>admin.users:GET</code>")
        .has("<strong>active</strong>")
        .has("data-state=\"revoked\"")
        .has("data-state=\"expired\"")
        .has("2023-11-14 22:13:21 UTC")
        .has("=&lt;script&gt;alert(1)&lt;/script&gt;")
        .has("in <code>project</code> <strong>&lt;u&gt;</strong>")
        .has("Page 1 of 1, 6 in all");
    for text in ["deadbeef", "<script>alert", "<i>", "<u>", "<s>"] {
        page.has_not(text);
    }
    let places_of = (1..=6).map(|it| page.text.find(&format!("<code>{}", id(it))).unwrap());
    let places_of = places_of.collect::<Vec<_>>();
    assert!(
        places_of.is_sorted_by(|one, other| one > other),
        "{places_of:?}"
    );
}

#[actix_web::test]
async fn they_are_found_by_owner_and_by_state() {
    let places = Places::new().await;
    let ada = places.world.sign_in("ada").await;
    for (query, status, found) in [
        ("owner=2", 200, "4 in all"),
        ("owner=02", 200, "0 in all"),
        ("owner=99", 200, "1 in all"),
        ("state=active", 200, "4 in all"),
        ("state=revoked", 200, "1 in all"),
        ("state=expired&owner=2", 200, "1 in all"),
        ("state=expired&owner=6", 200, "There is no such token."),
        ("page=7", 200, "6 in all"),
        ("state=all", 400, ""),
        ("owner=2&owner=6", 400, ""),
        ("page=0", 400, ""),
        ("ownr=2", 400, ""),
        ("format=xml", 400, ""),
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, status, "{query}");
        page.has(found);
    }
}

#[actix_web::test]
async fn they_are_kept_as_a_file() {
    let places = Places::new().await;
    let ada = places.world.sign_in("ada").await;
    let csv = ada.open(&format!("{PATH}?format=csv")).await;
    let name = "attachment; filename=\"tokens.csv\"";
    assert_eq!(csv.header("content-disposition"), name);
    assert_eq!(csv.text.lines().count(), 7);
    csv.has(",2,Sam,\"'=<script>alert(1)</script>\",")
        .has("project/<u> <s> project.pages:GET")
        .has_not("deadbeef");
    let json = ada.open(&format!("{PATH}?format=json&owner=99")).await;
    json.has_not("deadbeef").has_not("digest");
    let all: Value = serde_json::from_str(&json.text).unwrap();
    assert_eq!(all[0]["id"], id(3));
    assert_eq!(all[0]["owner_name"], Value::Null);
    assert_eq!(all[0]["state"], "active");
    assert_eq!(all.as_array().unwrap().len(), 1);
}
