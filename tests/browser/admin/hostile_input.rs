//! Markup in what is entered, and in links.

use serde_json::json;

use crate::app::data::seed::demo::PASSWORD;
use crate::browser::{Browser, ENTER, TAB};
use crate::people::form_of;
use crate::world::{PAYLOAD, office};

#[actix_web::test]
async fn what_one_user_stores_another_reads() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("sales").await;
    browser.open("/admin/sales/contacts/new").await;
    // An address has to have an `@`.
    let address = format!("{PAYLOAD}@");
    let fill = "for (const it of document.querySelectorAll('.entry [name]')) it.value = arguments[0];
        document.querySelector('[name=name]').value = arguments[1]; document.querySelector('[name=name]').focus()";
    browser.script(fill, json!([address, ""])).await;
    browser.press(ENTER).await;
    browser.wait_for("[aria-invalid], .notice").await;
    browser.is_harmless("a form with mistakes").await;
    browser.open("/admin/sales/contacts/new").await;
    browser.script(fill, json!([address, PAYLOAD])).await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    browser.is_harmless("a new record").await;
    assert_eq!(browser.text("h1").await, PAYLOAD);
    let record = browser.path().await;
    browser.sign_in_anew("manager").await;
    browser.open_hostile(&record).await;
    browser
        .open_hostile(&format!(
            "/admin/sales/contacts?{}",
            form_of("search", "onerror")
        ))
        .await;
    browser.open(&format!("{record}/edit")).await;
    browser.is_harmless("a form").await;
    let kept = "return document.querySelector('[name=email]').value";
    assert_eq!(browser.script(kept, json!([])).await, json!(address));
}

#[actix_web::test]
async fn what_a_link_says_is_text() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser
        .open(&format!("/admin/sign-in?{}", form_of("next", PAYLOAD)))
        .await;
    browser.is_harmless("next").await;
    browser
        .open(&format!("/admin/sign-in?{}", form_of("said", PAYLOAD)))
        .await;
    browser.is_harmless("said").await;
    browser.tab_to("#username").await;
    browser.press(PAYLOAD).await;
    browser.press(TAB).await;
    browser.press(PASSWORD).await;
    browser.press(ENTER).await;
    browser.wait_for("#wrong").await;
    browser.is_harmless("a wrong name").await;
    let name = "return document.querySelector('#username').value";
    assert_eq!(browser.script(name, json!([])).await, json!(PAYLOAD));
    browser.sign_in("manager").await;
    let payload = form_of("", PAYLOAD);
    let payload = payload.trim_start_matches('=');
    for path in [
        format!("/{payload}"),
        format!("/sales/invoices/{payload}"),
        format!("/sales/invoices/{payload}/edit"),
        format!("/sales/invoices/actions/{payload}"),
        format!("/sales/invoices/actions/remind?key={payload}"),
        format!("/sales/invoices/actions/mark_paid?key={payload}"),
        format!("/sales/invoices/update?field={payload}&key=6"),
        format!("/sales/invoices/update?field=internal_note&key={payload}"),
    ] {
        browser.open(&format!("/admin{path}")).await;
        browser.is_harmless(&path).await;
    }
}
