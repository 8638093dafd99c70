//! The endpoints.

use serde_json::Value;

use crate::browser::world;

const PATH: &str = "/admin/routes";

#[actix_web::test]
async fn what_is_open_stands_first() {
    let world = world().await;
    let page = world.sign_in("ada").await.open(PATH).await;
    assert_eq!(page.status, 200);
    page.has("<code>/api/users</code>")
        .has("<code>admin.users:GET</code>")
        .has("<strong>everybody; nobody looks who it is</strong>")
        .has("<option value=\"permission:admin.users:UPDATE\">")
        .has("<code>/admin/matrix</code>");
    let at = |path: &str| page.text.find(&format!("<code>{path}</code>")).unwrap();
    assert!(at("/catalogue") < at("/api/users"));
    assert!(at("/admin/sign-in") < at("/catalogue"));
}

#[actix_web::test]
async fn it_says_what_something_opens() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    for (opens, seen, unseen) in [
        ("permission:admin.users:GET", "/api/users", "/admin/matrix"),
        ("role:keeper", "/api/users", "/admin/matrix"),
        ("group:auditor", "/admin/matrix", "/api/users"),
    ] {
        let page = ada.open(&format!("{PATH}?opens={opens}")).await;
        page.has(&format!("<code>{opens}</code> opens "))
            .has(&format!("<code>{seen}</code>"))
            .has_not(&format!("<code>{unseen}</code>"))
            .has("by itself");
    }
    let nothing = ada
        .open(&format!("{PATH}?opens=permission:admin.users:UPDATE"))
        .await;
    nothing.has("It opens nothing that is not open without it.");
    for query in [
        "opens=seller",
        "opens=group:nobody",
        "opens=model:invoice",
        "opens=permission:admin.users:FLY",
        "opens=group:",
        "open=group:seller",
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, 400, "{query}");
    }
}

#[actix_web::test]
async fn it_is_kept_as_a_file() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let csv = ada
        .open(&format!("{PATH}?format=csv&opens=role:keeper"))
        .await;
    let name = "attachment; filename=\"routes.csv\"";
    assert_eq!(csv.header("content-disposition"), name);
    csv.has("GET,/api/users,users,").has_not("/catalogue");
    ada.open(&format!("{PATH}?format=csv"))
        .await
        .has(",/catalogue,public,");
    let json = ada
        .open(&format!("{PATH}?format=json&opens=role:keeper"))
        .await;
    let rows: Value = serde_json::from_str(&json.text).unwrap();
    assert_eq!(rows[0]["path"], "/api/users");
    assert_eq!(rows[0]["opening"]["opens"], "alone");
}
