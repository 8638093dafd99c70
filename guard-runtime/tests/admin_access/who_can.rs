//! Who can.

use serde_json::Value;

use crate::browser::world;

const PATH: &str = "/admin/who-can";

#[actix_web::test]
async fn groups_roles_and_users_are_told() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    ada.open(PATH).await.has("name=\"search\"").has_not("<h2>");
    let page = ada
        .open(&format!("{PATH}?permission=admin.users:GET&group="))
        .await;
    page.has("<h2>Who can: <code>admin.users:GET</code></h2>")
        .has("Roles that give it")
        .has("<code>keeper</code>")
        .has("<strong>Sam</strong>")
        .has("role <code>keeper</code>")
        .has("Accounts 1 to 8 of 8 were looked at")
        .has("not asked")
        .has_not("<strong>Ivy</strong>");
    let page = ada.open(&format!("{PATH}?model=invoice&op=update")).await;
    page.has("Groups that give it")
        .has("where owner_id is the user's id")
        .has("<strong>Sam</strong>")
        .has("<strong>=HYPERLINK(&quot;x&quot;)</strong>")
        .has_not("<strong>Pam</strong>");
    let page = ada
        .open(&format!("{PATH}?group=core_internal&search=Ada"))
        .await;
    page.has("<strong>Ada &lt;b&gt;</strong>")
        .has("Accounts 1 to 1 of 1 were looked at")
        .has_not("<strong>Sam</strong>");
}

#[actix_web::test]
async fn what_cannot_be_asked_is_no_empty_answer() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    for (query, status) in [
        ("group=nobody", 400),
        ("search=Ada", 200),
        ("model=invoice", 400),
        ("group=seller&role=keeper", 400),
        ("group=seller&from=x", 400),
        ("grup=seller", 400),
        ("group=seller&format=csv", 400),
        ("group=seller&search=down", 503),
        ("group=seller&search=down&format=json", 503),
    ] {
        let page = ada.open(&format!("{PATH}?{query}")).await;
        assert_eq!(page.status, status, "{query}");
        page.has_not("None of these accounts")
            .has_not("the secret reason");
    }
}

#[actix_web::test]
async fn it_is_kept_as_a_file() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let json = ada.open(&format!("{PATH}?role=keeper&format=json")).await;
    let name = "attachment; filename=\"who-can.json\"";
    assert_eq!(json.header("content-disposition"), name);
    let told: Value = serde_json::from_str(&json.text).unwrap();
    assert_eq!(told["wanted"], "role:keeper");
    assert_eq!(told["users"]["items"][0]["account"]["name"], "Sam");
    let last = ada
        .open(&format!("{PATH}?group=core_internal&from=7&format=json"))
        .await;
    let told: Value = serde_json::from_str(&last.text).unwrap();
    assert_eq!(told["users"]["items"].as_array().unwrap().len(), 1);
}
