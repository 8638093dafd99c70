//! Who signs in, and what they find.

use serde_json::json;

use crate::app::data::seed::demo::PASSWORD;
use crate::browser::{Browser, ENTER, TAB};

/// What stands in the menu that is seen.
pub(crate) const MENU: &str =
    "return [...document.querySelectorAll('.side a')].map(it => it.innerText)";

impl Browser {
    /// In a session of its own, whoever was here before.
    pub(crate) async fn sign_in_anew(&self, login: &str) {
        self.client.delete_all_cookies().await.unwrap();
        self.sign_in(login).await;
    }

    pub(crate) async fn path(&self) -> String {
        let url = self.client.current_url().await.unwrap();
        let query = url.query().map(|it| format!("?{it}"));
        format!("{}{}", url.path(), query.unwrap_or_default())
    }
}

#[actix_web::test]
async fn who_signs_in_finds_their_own_menu() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.open("/admin/sales/orders?page=2").await;
    let there = browser.path().await;
    assert!(there.starts_with("/admin/sign-in?next="), "{there}");
    // The cursor is where the name goes.
    assert!(browser.is_at("#username").await);
    browser.press("manager").await;
    browser.press(TAB).await;
    browser.press("no password").await;
    browser.press(ENTER).await;
    browser.wait_for("#wrong").await;
    let wrong = browser.text("#wrong").await;
    assert_eq!(wrong, "The name or the password is wrong.");
    assert!(browser.is_at("#password").await);
    let kept = "return ['#username', '#password'].map(it => document.querySelector(it).value)";
    let kept = browser.script(kept, json!([])).await;
    assert_eq!(kept, json!(["manager", ""]));
    browser.press(PASSWORD).await;
    browser.press(ENTER).await;
    browser.wait_for("#sign-out").await;
    assert_eq!(browser.path().await, "/admin/sales/orders?page=2");
    let sales = ["Invoices", "Orders", "Contacts", "Tickets"];
    let mut menu = vec!["Home", "Dashboard"];
    menu.extend(sales);
    menu.extend(["Products", "Price change", "My access tokens", "Our shop ↗"]);
    browser.open("/admin").await;
    assert_eq!(browser.script(MENU, json!([])).await, json!(menu));

    browser.tab_to("#sign-out").await;
    browser.press(ENTER).await;
    browser.wait_for("#username").await;
    assert_eq!(browser.text(".notice.done").await, "You are signed out.");
    // What the browser has kept of the page is not shown again.
    browser.client.back().await.unwrap();
    browser.wait_for("#username").await;
    // A refusal of a password is all that the browser has to say.
    let complaints = browser.complaints();
    assert!(
        complaints.iter().all(|it| it.contains("status of 422")),
        "{complaints:?}"
    );

    browser.sign_in_anew("clerk").await;
    browser.open("/admin").await;
    let menu = json!([
        "Home",
        "Dashboard",
        "Products",
        "My access tokens",
        "Our shop ↗"
    ]);
    assert_eq!(browser.script(MENU, json!([])).await, menu);
}

#[actix_web::test]
async fn who_may_open_nothing_is_shown_the_way_out() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("portal").await;
    let missing = browser.text(".missing").await;
    assert!(
        missing.starts_with("You need to be one of those who work here."),
        "{missing}"
    );
    let links = "return [...document.querySelectorAll('main a')].map(it => it.innerText)";
    let links = browser.script(links, json!([])).await;
    assert_eq!(links, json!(["Sign in as somebody else"]));
    browser.tab_to("main a").await;
    browser.press(ENTER).await;
    browser.wait_for("#username").await;
    browser.press("clerk").await;
    browser.press(TAB).await;
    browser.press(PASSWORD).await;
    browser.press(ENTER).await;
    browser.wait_for(".side").await;
    assert_eq!(browser.path().await, "/admin");
}

/// Each of these links is one that somebody else has sent.
#[actix_web::test]
async fn nobody_is_sent_elsewhere() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    for next in [
        "//evil.example",
        "///evil.example",
        "https://evil.example/admin",
        "https:evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "/admin/../..//evil.example",
        "/admin/%2e%2e/%2e%2e//evil.example",
        "/admin/\t/evil.example",
        "/\t/evil.example",
        "/admin\n//evil.example",
        "%2f%2fevil.example",
        "/admin@evil.example",
        "/admin.evil.example",
        "javascript:window.xss=1",
        "data:text/html,x",
        "/admin/sign-out",
        "' onfocus='window.xss=1",
    ] {
        browser.client.delete_all_cookies().await.unwrap();
        let query = form_of("next", next);
        browser.open(&format!("/admin/sign-in?{query}")).await;
        // Not even if the form is made to say so.
        let say = "const next = Object.assign(document.createElement('input'), { name: 'next' });
            next.type = 'hidden'; next.value = arguments[0]; document.querySelector('.sign-in').append(next)";
        for is_forced in [false, true] {
            if is_forced {
                browser.client.delete_all_cookies().await.unwrap();
                browser.open("/admin/sign-in").await;
                browser.script(say, json!([next])).await;
            }
            browser.tab_to("[name=username]").await;
            browser.press("clerk").await;
            browser.press(TAB).await;
            browser.press(PASSWORD).await;
            browser.press(ENTER).await;
            browser.wait_for("#sign-out").await;
            let url = browser.client.current_url().await.unwrap();
            let home = format!("http://{}/admin", browser.server);
            assert_eq!(url.as_str(), home, "{next:?}");
        }
    }
}

/// One field of a query.
pub(crate) fn form_of(name: &str, value: &str) -> String {
    let bytes = value.bytes().map(|it| format!("%{it:02X}"));
    format!("{name}={}", bytes.collect::<String>())
}
