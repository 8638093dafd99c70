//! Links to answers about access.

use crate::browser::{Browser, ENTER};
use crate::world::{office, put};

const CLERK: i64 = 4;

#[actix_web::test]
async fn an_answer_has_a_link_that_others_open() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("auditor").await;
    let explain = browser
        .script(
            "return document.querySelector(\".side a[href$='/explain']\").getAttribute('href')",
            serde_json::json!([]),
        )
        .await;
    browser.open(explain.as_str().unwrap()).await;
    browser.tab_to("[name=user]").await;
    browser.press("1").await;
    browser.tab_to("[name=group]").await;
    browser.press("sales_man").await;
    browser.press(ENTER).await;
    browser.tab_to(".asking button").await;
    browser.press(ENTER).await;
    browser.wait_for(".verdict").await;
    crate::measure::look(&browser, "admin-explain").await;
    let answer = browser.text(".verdict").await;
    assert!(
        answer.contains("sales_manager: no") || answer.contains("sales_manager"),
        "{answer}"
    );
    assert!(answer.contains("The smallest change"), "{answer}");
    browser.follow(".verdict a").await;
    let link = browser.path().await;
    assert!(
        link.contains("user=1") && link.contains("sales_manager"),
        "{link}"
    );
    assert_eq!(browser.text(".verdict").await, answer);

    // Who has not signed in comes back to it afterwards.
    put(CLERK, "auditor", true).await;
    browser.client.delete_all_cookies().await.unwrap();
    browser.open(&link).await;
    browser.wait_for("#username").await;
    browser.sign_in("clerk").await;
    browser.open(&link).await;
    assert_eq!(browser.text(".verdict").await, answer);
    put(CLERK, "auditor", false).await;

    // The same link says nothing to those who may not ask.
    for login in ["clerk", "manager", "portal"] {
        browser.sign_in_anew(login).await;
        browser.open(&link).await;
        browser.wait_for(".refusal[data-status='403']").await;
        let shown = browser.text("body").await;
        assert!(
            !shown.contains("The smallest change") && !shown.contains("Sofia"),
            "{login}: {shown}"
        );
    }
}
