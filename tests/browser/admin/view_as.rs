//! The site as somebody else sees it.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER};
use crate::people::MENU;
use crate::server::{ADMIN, CLERK, get, token};
use crate::world::{change, office, put};

const PERSON: &str = "/admin/access/people/user?id=4";
const FORM: &str = "/admin/administration/users/27/edit";

fn is_blocked(browser: &Browser) -> Value {
    let path = "/admin/api/administration/users/27";
    get(browser.server, path, &token(ADMIN)).expect(200)["values"]["blocked"].clone()
}

impl Browser {
    async fn begin_to_view(&self) {
        self.open(PERSON).await;
        self.tab_to("form[action$='/view-as'] button").await;
        self.press(ENTER).await;
        self.wait_for(".viewing").await;
    }

    async fn end_to_view(&self) {
        self.tab_to("#view-end").await;
        self.press(ENTER).await;
        self.wait_for(".notice.done").await;
        self.wait_for("body:not(:has(.viewing))").await;
    }

    /// Sends the form, to be refused, and says why it was.
    async fn is_refused(&self) -> String {
        self.tab_to(".entry button").await;
        self.press(ENTER).await;
        self.wait_for("#said:not(:empty)").await;
        self.wait_for("form:not([aria-busy])").await;
        let said = self.text("#said").await;
        assert!(said.contains("Nothing was changed"), "{said}");
        let kept = "return document.querySelector('[name=blocked]').value";
        assert_eq!(self.script(kept, json!([])).await, json!("true"));
        assert_eq!(is_blocked(self), json!(false));
        said
    }
}

#[actix_web::test]
async fn the_site_is_seen_as_somebody_else_and_left_as_it_is() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("admin").await;
    let own = browser.script(MENU, json!([])).await;
    browser.begin_to_view().await;
    assert_eq!(browser.path().await, "/admin");
    let banner = browser.text(".viewing p").await;
    assert!(banner.starts_with("You see the site as "), "{banner}");
    assert!(banner.contains("(4)") && banner.contains("(3)"), "{banner}");
    let menu = json!([
        "Home",
        "Dashboard",
        "Products",
        "My access tokens",
        "Our shop ↗"
    ]);
    assert_eq!(browser.script(MENU, json!([])).await, menu);
    browser.open("/admin/catalogue/products").await;
    crate::measure::look(&browser, "admin-viewing").await;
    // Nobody is let in further for being more than the clerk.
    browser.open(PERSON).await;
    browser.wait_for(".refusal[data-status='403']").await;
    browser.end_to_view().await;
    assert_eq!(browser.script(MENU, json!([])).await, own);
    let said = browser.text(".notice.done").await;
    assert_eq!(said, "You see the site as yourself again.");

    browser.open("/admin/access/changes?user=4&actor=3").await;
    let rows = browser.texts("tbody tr").await;
    assert!(rows.len() >= 2, "{rows:?}");
    for row in &rows[..2] {
        assert!(row.contains("view as") && row.contains("viewing"), "{row}");
    }
    crate::measure::look(&browser, "admin-changes-viewed").await;
}

#[actix_web::test]
async fn a_page_drawn_for_somebody_else_does_nothing_unsaid() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    // So that there is a form to send.
    put(CLERK, "account_admin", true).await;
    browser.sign_in("admin").await;
    browser.begin_to_view().await;
    browser.open(FORM).await;
    browser.tab_to("[name=blocked]").await;
    browser.press("y").await;
    for _ in 0..2 {
        let said = browser.is_refused().await;
        assert!(
            said.starts_with("Nothing can be changed here for now."),
            "{said}"
        );
    }
    browser.picture_of_all("admin-viewing-refused", 1200).await;

    // In another tab it is ended.
    let stale = browser.client.window().await.unwrap();
    let other = browser.client.new_window(true).await.unwrap();
    browser.client.switch_to_window(other.handle).await.unwrap();
    browser.open("/admin").await;
    browser.end_to_view().await;
    browser.client.close_window().await.unwrap();
    browser.client.switch_to_window(stale).await.unwrap();
    let said = browser.is_refused().await;
    let expected = "You do not see the site as somebody else any more.";
    assert!(said.starts_with(expected), "{said}");
    assert_eq!(browser.texts(".viewing").await, [""; 0]);
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    assert_eq!(is_blocked(&browser), json!(true));
    put(CLERK, "account_admin", false).await;
}

/// As when an hour is over: the browser still names what lets it see the site as the clerk.
#[actix_web::test]
async fn what_is_over_without_a_word_is_said_once() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    put(CLERK, "account_admin", true).await;
    browser.sign_in("admin").await;
    browser.begin_to_view().await;
    browser.open("/admin/administration/users/26/edit").await;
    change("UPDATE guard_assignment_change SET at = at - 3600 WHERE kind = 'view_as'").await;
    for is_told in [true, false] {
        browser.tab_to(".entry button").await;
        browser.press(ENTER).await;
        if is_told {
            browser.wait_for("#said:not(:empty)").await;
            browser.wait_for("body:not(:has(.viewing))").await;
        }
    }
    browser.wait_for(".notice.done").await;
    put(CLERK, "account_admin", false).await;
}
