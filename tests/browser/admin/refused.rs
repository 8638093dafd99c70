//! What was offered and is not allowed any more.

use serde_json::json;

use crate::browser::{Browser, ENTER, SPACE};
use crate::server::{MANAGER, get, token};
use crate::world::{office, put};

#[actix_web::test]
async fn a_button_that_was_drawn_is_refused() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    let status = |id: i64| {
        let path = format!("/admin/api/sales/invoices/{id}");
        get(browser.server, &path, &token(MANAGER)).expect(200)["values"]["status"].clone()
    };
    put(4, "sales_manager", true).await;
    browser.sign_in("clerk").await;
    // Posted, and of the company in which the clerk works.
    let list = "/admin/api/sales/invoices?filter.status=posted&filter.salesperson_id=2";
    let posted = get(browser.server, list, &token(4)).expect(200);
    let key = posted["records"][0]["key"].as_str().unwrap().to_owned();
    let id = key.parse::<i64>().unwrap();
    browser
        .open("/admin/sales/invoices?filter.status=posted&filter.salesperson_id=2")
        .await;
    browser.tab_to(&format!("[name=key][value='{key}']")).await;
    browser.press(SPACE).await;
    put(4, "sales_manager", false).await;
    browser.tab_to("[formaction$='/mark_paid']").await;
    browser.press(ENTER).await;
    browser.wait_for(".refusal").await;
    assert!(browser.is_at("h1").await);
    assert_eq!(browser.text("h1").await, "You are not allowed to do this");
    let missing = browser.text(".missing").await;
    assert!(
        missing.contains("You need to be in the group “Sales user” or “Auditor”."),
        "{missing}"
    );
    assert!(missing.contains("group:sales_user"), "{missing}");
    assert_eq!(status(id), "posted");
    browser.picture_of_all("admin-refused-button", 1200).await;

    // The same with the proof of the session, as a script would send it.
    let forged = "return fetch(arguments[0], { method: 'POST', body: new URLSearchParams({ key: arguments[1] }),
        headers: { 'x-csrf-token': document.querySelector('meta[name=csrf-token]').content } })
        .then(it => it.status)";
    for path in [
        "actions/mark_paid",
        "delete",
        &format!("{key}/delete"),
        &format!("{key}/edit"),
    ] {
        let path = format!("/admin/sales/invoices/{path}");
        let answer = browser.script(forged, json!([path, key])).await;
        assert_eq!(answer, json!(403), "{path}");
    }
    assert_eq!(status(id), "posted");
    // The menu is told anew.
    browser.open("/admin").await;
    assert!(!browser.text(".side").await.contains("Invoices"));
}

#[actix_web::test]
async fn a_form_that_is_refused_keeps_what_was_entered() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    put(4, "sales_manager", true).await;
    browser.sign_in("clerk").await;
    browser.open("/admin/sales/contacts/new").await;
    browser.tab_to("[name=name]").await;
    browser.press("Kept").await;
    put(4, "sales_manager", false).await;
    browser.press(ENTER).await;
    browser.wait_for("#said:not(:empty)").await;
    let said = browser.text("#said").await;
    assert!(
        said.starts_with("You are not allowed to do this."),
        "{said}"
    );
    assert!(said.contains("“Sales user” or “Auditor”"), "{said}");
    assert!(said.ends_with("Nothing was changed."), "{said}");
    let kept = "return document.querySelector('[name=name]').value";
    assert_eq!(browser.script(kept, json!([])).await, json!("Kept"));
    crate::measure::look(&browser, "admin-refused-form").await;
}

#[actix_web::test]
async fn a_page_is_denied_after_the_menu_was_drawn() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    put(4, "account_admin", true).await;
    browser.sign_in("clerk").await;
    browser.open("/admin").await;
    browser
        .tab_to(".side a[href='/admin/administration/users']")
        .await;
    put(4, "account_admin", false).await;
    browser.press(ENTER).await;
    browser.wait_for(".refusal").await;
    assert_eq!(browser.path().await, "/admin/administration/users");
    let missing = browser.text(".missing").await;
    assert!(
        missing.contains("“Account admin” or “Auditor”"),
        "{missing}"
    );
    assert!(!browser.text("body").await.contains("Administration"));
    // No button leads to the same refusal.
    let links = browser.texts("main a").await;
    assert_eq!(links, ["Home"]);
    browser.follow("main .actions a").await;
    assert_eq!(browser.text("h1").await, "Tidewater");
}
