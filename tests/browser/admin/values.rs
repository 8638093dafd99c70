//! What stands in the fields of a form: amounts, days, and the names of other records.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, TAB};
use crate::server::{MANAGER, SALES, get, token};
use crate::world::office;

impl Browser {
    /// Puts this into a field in place of what is there.
    async fn enter(&self, field: &str, value: &str) {
        self.tab_to(&format!(".entry [name={field}]")).await;
        self.script("document.activeElement.select()", json!([]))
            .await;
        self.press(value).await;
    }

    async fn value(&self, field: &str) -> Value {
        let value = "return document.querySelector(`.entry [name=${arguments[0]}]`).value";
        self.script(value, json!([field])).await
    }

    /// Sends a form that has this one mistake: it is said at the field, which has the cursor and what was
    /// entered.
    async fn is_wrong(&self, field: &str, value: &str, why: &str) {
        self.enter(field, value).await;
        let old = "document.querySelector('.entry').dataset.old = ''";
        self.script(old, json!([])).await;
        self.press(ENTER).await;
        let new = format!(".entry:not([data-old]) [name={field}][aria-invalid]");
        self.wait_for(&new).await;
        let said = "const all = document.querySelectorAll('[aria-invalid]');
            const about = document.getElementById(all[0].getAttribute('aria-describedby'));
            return [all.length, document.activeElement === all[0], about.innerText]";
        let said = self.script(said, json!([])).await;
        assert_eq!([&said[0], &said[1]], [&json!(1), &json!(true)], "{said}");
        let said = said[2].as_str().unwrap();
        assert!(said.contains(why), "{field}={value}: {said}");
        assert_eq!(self.value(field).await, json!(value));
    }
}

#[actix_web::test]
async fn an_amount_is_entered_and_shown_as_people_write_it() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open("/admin/catalogue/products/new").await;
    let category = "document.querySelector('[name=category]').value = 'tea'";
    browser.script(category, json!([])).await;
    for (field, value) in [
        ("sku", "TEA-1"),
        ("name", "Tea of amounts"),
        ("retail_cents", "1234.5"),
        ("wholesale_cents", "1000"),
        ("cost_cents", "0.07"),
        ("stock", "3"),
    ] {
        browser.enter(field, value).await;
    }
    let discontinued = "document.querySelector('[name=discontinued]').value = 'false'";
    browser.script(discontinued, json!([])).await;
    for (value, why) in [
        ("12,50", "expected an amount without separators"),
        ("1.234", "EUR has at most 2 digits behind the point"),
        ("1e3", "expected an amount, as "),
        ("-5", "must not be negative"),
    ] {
        browser.is_wrong("cost_cents", value, why).await;
    }
    crate::measure::look(&browser, "admin-product-wrong").await;
    // What was entered besides is as it was.
    for (field, value) in [("retail_cents", "1234.5"), ("category", "tea")] {
        assert_eq!(browser.value(field).await, json!(value));
    }
    browser.enter("cost_cents", "0.07").await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    let shown = browser.text(".record").await;
    assert!(
        shown.contains("1,234.50 EUR") && shown.contains("0.07 EUR"),
        "{shown}"
    );
    crate::measure::look(&browser, "admin-product").await;
    let list = "/admin/api/catalogue/products?search=TEA-1";
    let stored = get(browser.server, list, &token(MANAGER)).expect(200);
    let stored = &stored["records"][0]["values"];
    assert_eq!(
        [&stored["retail_cents"], &stored["cost_cents"]],
        [&json!(123_450), &json!(7)]
    );
    browser.follow("main a[href$='/edit']").await;
    assert_eq!(browser.value("retail_cents").await, json!("1234.50"));
}

#[actix_web::test]
async fn a_day_that_is_none_is_said_at_its_field() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open("/admin/sales/invoices/18/edit").await;
    let before = browser.value("due_on").await;
    browser.enter("internal_note", "kept").await;
    for (day, why) in [
        ("2026-02-30", "expected a day, as 2026-11-30"),
        ("2026-1-5", "expected a day, as 2026-11-30"),
        ("tomorrow", "expected a day, as 2026-11-30"),
        ("1999-12-31", "is before the day of the invoice"),
    ] {
        browser.is_wrong("due_on", day, why).await;
        assert_eq!(browser.value("internal_note").await, json!("kept"));
    }
    let path = "/admin/api/sales/invoices/18";
    let stored = get(browser.server, path, &token(MANAGER)).expect(200);
    assert_eq!(stored["values"]["due_on"], before);
}

#[actix_web::test]
async fn another_record_is_chosen_by_its_name_and_the_name_leads_to_it() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    // Of few enough contacts, one is chosen from a list.
    browser.sign_in("sales").await;
    let contacts = "/admin/api/sales/contacts?sort=name&per_page=5";
    let contacts = get(browser.server, contacts, &token(SALES)).expect(200);
    let contact = &contacts["records"][2];
    let name = contact["values"]["name"].as_str().unwrap();
    browser.open("/admin/sales/tickets/new").await;
    browser.tab_to("select[name=contact_id]").await;
    browser.press(name).await;
    assert_eq!(browser.value("contact_id").await, contact["key"]);
    browser.press(TAB).await;
    browser.press("A ticket of names").await;
    crate::measure::look(&browser, "admin-ticket-new").await;
    browser.enter("body", "Text").await;
    browser.tab_to(".entry button").await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    assert_eq!(browser.text("h1").await, "A ticket of names");
    let link = ".record a[href*='/sales/contacts/']";
    assert_eq!(browser.text(link).await, name);
    browser.follow(link).await;
    assert_eq!(browser.text("h1").await, name);
    let path = format!("/admin/sales/contacts/{}", contact["key"].as_str().unwrap());
    assert_eq!(browser.path().await, path);
    // In a list as well.
    browser.open("/admin/sales/invoices").await;
    browser.follow("tbody td a[href*='/sales/contacts/']").await;
    assert!(browser.path().await.starts_with("/admin/sales/contacts/"));
}
