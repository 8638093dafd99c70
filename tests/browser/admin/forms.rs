//! Records that are made and changed.

use serde_json::json;

use crate::browser::{Browser, ENTER, TAB};
use crate::server::{MANAGER, get, token};
use crate::world::office;

const NEW: &str = "/admin/catalogue/products/new";

#[actix_web::test]
async fn a_mistake_is_said_at_its_field_and_loses_nothing() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open(NEW).await;
    assert_eq!(browser.text("h1").await, "New record: Products");
    browser.tab_to("[name=sku]").await;
    for (at, value) in ["BRW-1", "Kettle <b>", "bre", "1200", "900", "700", "five"]
        .iter()
        .enumerate()
    {
        if at > 0 {
            browser.press(TAB).await;
        }
        browser.press(value).await;
    }
    browser.press(TAB).await;
    browser.press("N").await;
    browser.tab_to(".entry button").await;
    browser.press(ENTER).await;
    browser.wait_for("[aria-invalid]").await;
    // The cursor is in the field that is wrong, and its message is tied to it.
    assert!(browser.is_at("[name=stock]").await);
    let said = "const it = document.activeElement;
        const about = document.getElementById(it.getAttribute('aria-describedby'));
        return [about.innerText.startsWith('To correct: '), document.querySelectorAll('[aria-invalid]').length]";
    assert_eq!(browser.script(said, json!([])).await, json!([true, 1]));
    assert!(
        browser
            .text(".notice.wrong")
            .await
            .starts_with("Nothing was changed yet.")
    );
    let kept = "return [...document.querySelectorAll('.entry [name]')].map(it => it.value)";
    let kept = browser.script(kept, json!([])).await;
    let all = json!([
        "BRW-1",
        "Kettle <b>",
        "brewing",
        "1200",
        "900",
        "700",
        "five",
        "false"
    ]);
    assert_eq!(kept, all);
    crate::measure::look(&browser, "admin-mistake").await;
    let list = "/admin/api/catalogue/products?search=BRW-1";
    let made = || get(browser.server, list, &token(MANAGER)).expect(200)["records"].clone();
    assert_eq!(made(), json!([]));

    browser
        .script("document.activeElement.value = ''", json!([]))
        .await;
    browser.press("5").await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    assert_eq!(browser.text("h1").await, "BRW-1");
    assert_eq!(made()[0]["values"]["stock"], 5);

    // What has to be unique is said as well, and is no fault of the server's.
    browser.open(NEW).await;
    let fill = "const values = ['BRW-1', 'Twin', 'tea', '1', '1', '1', '1', 'false'];
        [...document.querySelectorAll('.entry [name]')].forEach((it, at) => it.value = values[at])";
    browser.script(fill, json!([])).await;
    browser.tab_to(".entry button").await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.wrong").await;
    assert!(browser.is_at(".notice.wrong, [aria-invalid]").await);
    assert_eq!(made().as_array().unwrap().len(), 1);
    let complaints = browser.complaints();
    assert!(
        complaints.iter().all(|it| it.contains("status of 4")),
        "{complaints:?}"
    );
}

#[actix_web::test]
async fn a_record_is_changed() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open("/admin/sales/contacts/1").await;
    let before = browser.text("h1").await;
    browser.follow("main a[href$='/edit']").await;
    assert_eq!(browser.text("h1").await, format!("Change “{before}”"));
    let value = "return document.querySelector('[name=name]').value";
    assert_eq!(browser.script(value, json!([])).await, json!(before));
    browser.tab_to("[name=city]").await;
    browser
        .script("document.activeElement.select()", json!([]))
        .await;
    browser.press("Porto Alegre").await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    assert_eq!(browser.text(".notice.done").await, "Saved.");
    // It is said once, and the address is one to keep.
    assert_eq!(browser.path().await, "/admin/sales/contacts/1");
    assert!(browser.text(".record").await.contains("Porto Alegre"));
    let stored = get(
        browser.server,
        "/admin/api/sales/contacts/1",
        &token(MANAGER),
    )
    .expect(200);
    assert_eq!(stored["values"]["city"], "Porto Alegre");
    assert_eq!(stored["values"]["name"], json!(before));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
