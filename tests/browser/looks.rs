//! How the pages look.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::measure::look;

#[actix_web::test]
async fn every_page_is_readable() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("reader").await;
    let filled = "/tokens/new?title=Nightly+export&description=Runs+on+the+build+server\
        &permissions=user.sessions:GET&permissions=user.feedback:CREATE&permissions=admin.users:GET\
        &in=project.root:GET@2&in=project.tool_models:GET@2&projects=project@77";
    browser.open(filled).await;
    look(&browser, "form").await;
    browser
        .tab_to("button[name=remove][value='project@77']")
        .await;
    browser.press(ENTER).await;
    browser.wait_for("#projects[autofocus]").await;
    browser.tab_to(".bar button").await;
    browser.press(ENTER).await;
    browser.wait_for("#secret").await;
    look(&browser, "created").await;
    browser.open("/tokens").await;
    browser.tab_to(".confirm summary").await;
    browser.press(ENTER).await;
    look(&browser, "list").await;
    browser.open("/tokens/new").await;
    browser.tab_to(".skip").await;
    browser.picture("focus");
    browser.press(ENTER).await;
    assert!(browser.is_at("main").await);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[actix_web::test]
async fn the_example_is_readable() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.open("/sign-in").await;
    look(&browser, "sign-in").await;
    browser.open("/tokens").await;
    browser.wait_for("main a[href='/sign-in']").await;
    look(&browser, "refused").await;
    browser.sign_in("manager").await;
    browser.tab_to("summary").await;
    browser.press(ENTER).await;
    look(&browser, "home").await;
}

#[actix_web::test]
async fn what_has_the_cursor_is_seen() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open("/tokens/new").await;
    let seen = "const it = document.activeElement, at = it.getBoundingClientRect();
        const bar = document.querySelector('.bar').getBoundingClientRect();
        return [getComputedStyle(it).outlineWidth === '3px',
            at.bottom <= innerHeight && (it.closest('.bar') !== null || at.top < bar.top)]";
    let mut passed = 0;
    browser.set_size(800, 500);
    browser.tab_to("#title").await;
    while !browser.is_at(".bar a").await {
        let outlined = browser.script(seen, json!([])).await;
        let at = "return document.activeElement.outerHTML.slice(0, 120)";
        let at = browser.script(at, Value::Array(Vec::new())).await;
        assert_eq!(outlined, json!([true, true]), "{at}");
        browser.press(crate::browser::TAB).await;
        passed += 1;
        assert!(passed < 100);
    }
    assert!(passed > 15);
}
