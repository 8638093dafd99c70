//! Lists: those of administrators, and the end of all tokens at once.

use serde_json::json;

use crate::browser::{Browser, ENTER};
use crate::server::{PARTNER, access_token, get, token};

#[actix_web::test]
async fn all_are_revoked_in_two_steps() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    let partner = token(PARTNER);
    let none = json!([]);
    let tokens = [(); 2].map(|()| access_token(&partner, &json!(["user.sessions:GET"]), &none));
    let works = || tokens.each_ref().map(|it| get("/api/sessions", it).status);
    browser.sign_in("partner").await;
    browser.open("/tokens").await;
    browser.tab_to(".confirm.all summary").await;
    browser.press(ENTER).await;
    assert_eq!(works(), [200; 2]);
    browser.tab_to(".confirm.all button").await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    assert_eq!(works(), [401; 2]);
    browser.tab_to("details.over > summary").await;
    browser.press(ENTER).await;
    assert_eq!(browser.text("article .state").await, "revoked");
    browser.picture_of_all("list-over", 1200).await;
}

#[actix_web::test]
async fn an_administrator_finds_and_revokes() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    let pat = access_token(&token(PARTNER), &json!(["user.sessions:GET"]), &json!([]));
    browser.sign_in("admin").await;
    browser.open("/tokens").await;
    browser.tab_to("nav a[href$='/all']").await;
    browser.press(ENTER).await;
    browser.wait_for("#owner").await;
    browser.tab_to("#owner").await;
    browser.press(&PARTNER.to_string()).await;
    browser.press(ENTER).await;
    browser.wait_for("#owner[value='6']").await;
    assert!(
        browser
            .text(".places")
            .await
            .contains("has the 1 permission asked for")
    );
    browser.picture_of_all("all", 1200).await;
    browser.tab_to("article .confirm summary").await;
    browser.press(ENTER).await;
    browser.tab_to("article .confirm button").await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    // Still those of one owner.
    browser.wait_for("#owner[value='6']").await;
    get("/api/sessions", &pat).expect(401);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
