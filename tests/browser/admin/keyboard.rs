//! The site without a mouse.

use serde_json::json;

use crate::browser::{Browser, ENTER, SPACE, TAB};

/// Where the cursor stands, in the order of parts of a page.
const PART: &str = "const it = document.activeElement;
    const parts = ['.skip', 'header', '.side', '.search, .filters', 'thead', 'tbody', '.paging', '#bulk'];
    return parts.findIndex(part => it.matches(part) || it.closest(part))";

const SEEN: &str = "const it = document.activeElement, at = it.getBoundingClientRect();
    if (it === document.body || it.matches('.scroll')) return true;
    const outlined = getComputedStyle(it).outlineStyle !== 'none' && parseFloat(getComputedStyle(it).outlineWidth) >= 2;
    return outlined && at.bottom > 0 && at.top < innerHeight && at.width > 0";

#[actix_web::test]
async fn the_order_is_that_of_the_page() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open("/admin/sales/invoices").await;
    let (mut order, mut before) = (Vec::new(), json!(null));
    for _ in 0..150 {
        browser.press(TAB).await;
        let part = browser.script(PART, json!([])).await;
        if part != before && part != json!(-1) {
            order.push(part.as_i64().unwrap());
            before = part;
        }
        let seen = browser.script(SEEN, json!([])).await;
        let it = browser
            .script(
                "return document.activeElement.outerHTML.slice(0, 150)",
                json!([]),
            )
            .await;
        assert_eq!(seen, json!(true), "not seen: {it}");
        if browser.is_at("#bulk .confirm summary").await {
            break;
        }
    }
    assert_eq!(order, [0, 1, 2, 3, 4, 5, 6, 7]);
}

#[actix_web::test]
async fn the_menu_is_passed_by() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open("/admin/sales/invoices").await;
    browser.tab_to(".skip").await;
    browser.picture("admin-skip");
    browser.press(ENTER).await;
    assert!(browser.is_at("main").await);
    browser.press(TAB).await;
    assert!(browser.is_at("#search").await);
    // The box at the head chooses all, and says so of itself.
    browser.tab_to("[data-all]").await;
    browser.press(SPACE).await;
    assert_eq!(browser.text("[data-chosen]").await, "25");
    browser.tab_to("[name=key]").await;
    browser.press(SPACE).await;
    assert_eq!(browser.text("[data-chosen]").await, "24");
    let mixed = "return document.querySelector('[data-all]').indeterminate";
    assert_eq!(browser.script(mixed, json!([])).await, json!(true));
    // The Enter key in a box does nothing to what is chosen.
    let before = browser.path().await;
    browser.press(ENTER).await;
    assert_eq!(browser.path().await, before);
}

#[actix_web::test]
async fn a_phone_has_the_menu_behind_a_button() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.set_size(360, 740);
    browser.open("/admin/sales/invoices").await;
    let seen = "return [...document.querySelectorAll('nav.pages')].filter(it => it.checkVisibility()).length";
    assert_eq!(browser.script(seen, json!([])).await, json!(0));
    browser.tab_to(".menu summary").await;
    browser.press(ENTER).await;
    assert_eq!(browser.script(seen, json!([])).await, json!(1));
    browser.picture("admin-menu-narrow");
    browser.follow(".menu a[href$='/tickets']").await;
    assert_eq!(browser.text("h1").await, "Tickets");
}

#[actix_web::test]
async fn the_enter_key_in_a_box_presses_no_button() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    let list = "/admin/sales/invoices?filter.status=posted";
    for is_off in [false, true] {
        let off = json!({ "value": is_off });
        browser.devtools("Emulation.setScriptExecutionDisabled", &off);
        browser.open(list).await;
        browser.tab_to("tbody [name=key]").await;
        browser.press(SPACE).await;
        browser.press(ENTER).await;
        actix_web::rt::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(browser.path().await, list, "without the script: {is_off}");
        assert!(browser.is_at("tbody [name=key]:checked").await);
        assert_eq!(browser.text("#said").await, "");
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
