//! Personal access tokens: made on a page, used by a program, revoked on another page.

use crate::browser::{Browser, ENTER, SPACE, TAB};
use crate::server::{Headers, get, served::bearer};
use crate::world::office;

const ALL: &str = "/admin/access/tokens";
const INVOICES: &str = "/admin/api/sales/invoices";

/// A token to read with: its id, and what a program sends.
async fn make(browser: &Browser, login: &str) -> (String, Headers) {
    browser.sign_in_anew(login).await;
    browser.open("/admin").await;
    browser.follow(".side a[href='/admin/tokens']").await;
    browser.follow("main a[href='/admin/tokens/new']").await;
    browser.tab_to("#title").await;
    browser.press("Export").await;
    browser.tab_to("input[value='office.records:GET']").await;
    browser.press(SPACE).await;
    crate::measure::look(browser, "admin-token-new").await;
    browser.tab_to(".bar button").await;
    browser.press(ENTER).await;
    browser.wait_for("#secret").await;
    let secret = browser.text("#secret").await;
    let id = secret.split('_').nth(1).expect("an id").to_owned();
    (id, bearer(&secret))
}

#[actix_web::test]
async fn a_token_is_made_used_and_revoked() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    let status = |path: &str, who: &Headers| get(browser.server, path, who).status;
    let (of_manager, kept) = make(&browser, "manager").await;
    let (of_auditor, ended) = make(&browser, "auditor").await;
    for program in [&kept, &ended] {
        assert_eq!(status(INVOICES, program), 200);
    }
    // No token may what its owner may not.
    assert_eq!(status("/admin/api/administration/users", &kept), 403);

    browser.sign_in_anew("admin").await;
    browser.open(ALL).await;
    crate::measure::look(&browser, "admin-tokens").await;
    let button = |id: &str| format!("tr:has(input[name=id][value='{id}']) .confirm");
    // The manager sees what the administrator does not, so only its owner ends this one.
    assert!(browser.text("tbody").await.contains(&of_manager));
    assert_eq!(browser.texts(&button(&of_manager)).await, [""; 0]);
    browser
        .tab_to(&format!("{} summary", button(&of_auditor)))
        .await;
    browser.press(ENTER).await;
    // Asked first: nothing has happened yet.
    assert_eq!(status(INVOICES, &ended), 200);
    browser.press(TAB).await;
    assert!(browser.is_at(".danger").await);
    browser.picture_of_all("admin-token-revoke", 1200).await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    assert_eq!(status(INVOICES, &ended), 401);
    assert_eq!(status(INVOICES, &kept), 200);
    let shown = browser
        .text(&format!("tr:has([value='{of_auditor}'])"))
        .await;
    assert_eq!(shown, "", "it can be revoked once");
    let states = browser.texts("td[data-state=revoked]").await;
    assert_eq!(states.len(), 1, "{states:?}");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
