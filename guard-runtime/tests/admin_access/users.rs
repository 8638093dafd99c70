//! The users.

use serde_json::Value;

use crate::browser::world;

const PATH: &str = "/admin/users";

#[actix_web::test]
async fn they_are_listed_with_what_they_have() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let page = ada.open(PATH).await;
    page.has("<a href=\"/admin/users/user?id=2\"><strong>Sam</strong>")
        .has("<td>seller</td><td class=\"none\">core_internal</td><td>keeper</td>")
        .has("Ada &lt;b&gt;")
        .has("Page 1 of 1, 8 in all")
        .has_not("Ada <b>")
        .has_not("<i>");
    let found = ada.open(&format!("{PATH}?search=Sam")).await;
    found.has("Sam").has_not("Ivy").has("1 in all");
    for (query, status) in [
        ("serach=Sam", 400),
        ("page=0", 400),
        ("format=xml", 400),
        ("search=down", 503),
        ("search=down&format=csv", 503),
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, status, "{query}");
        page.has_not("the secret reason")
            .has_not("No user is found");
    }
}

#[actix_web::test]
async fn each_has_a_page() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let page = ada.open(&format!("{PATH}/user?id=2")).await;
    page.has("<code>seller</code><p class=\"help\">Sells.</p></th><td><strong>yes</strong> <span class=\"mark\">own</span>")
        .has("<strong>yes</strong> <span class=\"mark inherited\">inherited from seller</span>")
        .has("<code>manager</code><p class=\"help\">Leads.</p></th><td><span class=\"none\">no</span>")
        .has("<code>keeper</code><p class=\"help\">Looks after users.</p></th><td><strong>yes</strong>");
    for (query, status) in [
        ("", 400),
        ("?id=99", 404),
        ("?id=%3Cscript%3E", 404),
        ("?id=2&id=3", 400),
        ("?id=2&all=1", 400),
        ("?id=2&format=json", 400),
    ] {
        let page = ada.open(&format!("{PATH}/user{query}")).await;
        assert_eq!(page.status, status, "{query}");
        page.has_not("<script>");
    }
}

#[actix_web::test]
async fn they_are_kept_as_a_file() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let csv = ada.open(&format!("{PATH}?format=csv")).await;
    let name = "attachment; filename=\"users.csv\"";
    assert_eq!(csv.header("content-disposition"), name);
    assert_eq!(csv.text.lines().count(), 9);
    csv.has("5,\"'=HYPERLINK(\"\"x\"\")\",")
        .has(",seller,core_internal,keeper,\r\n");
    let json = ada.open(&format!("{PATH}?format=json&search=Sam")).await;
    let all: Value = serde_json::from_str(&json.text).unwrap();
    assert_eq!(all[0]["roles"][0], "keeper");
    assert_eq!(all[0]["inherited"][0], "core_internal");
}
