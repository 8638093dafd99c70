//! Lists: their order and parts, filters, and what is done with many records at once.

use serde_json::{Value, json};

use crate::browser::{Browser, ENTER, SPACE, TAB};
use crate::server::{MANAGER, SALES, get, token};
use crate::world::office;

const INVOICES: &str = "/admin/sales/invoices";

impl Browser {
    /// The texts of all of these.
    pub(crate) async fn texts(&self, what: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(it => it.innerText)";
        let texts = self.script(script, json!([what])).await;
        serde_json::from_value(texts).unwrap()
    }

    /// Follows the link that has the cursor when it is reached with the Tab key.
    pub(crate) async fn follow(&self, what: &str) {
        let before = self.path().await;
        self.tab_to(what).await;
        self.press(ENTER).await;
        for _ in 0..200 {
            if self.path().await != before {
                return self.wait_for("main").await;
            }
            actix_web::rt::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("`{what}` leads nowhere");
    }
}

#[actix_web::test]
async fn a_list_is_sorted_and_leafed_through() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open("/admin/catalogue/products").await;
    // Whatever a price looks like.
    let sorted = r"const at = document.querySelector('[aria-sort]').cellIndex;
        const digits = (row) => Number(row.cells[at].innerText.replace(/\D/g, ''));
        return [...document.querySelectorAll('tbody tr')].map(digits)";
    for (order, arrow) in [("ascending", "▴"), ("descending", "▾")] {
        browser
            .follow("thead a[href*='sort=retail_cents'], thead a[href*='sort=-retail_cents']")
            .await;
        let head = format!("th[aria-sort={order}]");
        assert!(browser.text(&head).await.ends_with(arrow));
        let prices = browser.script(sorted, json!([])).await;
        let mut prices = serde_json::from_value::<Vec<i64>>(prices).unwrap();
        assert_eq!(prices.len(), 25);
        if order == "descending" {
            prices.reverse();
        }
        assert!(prices.is_sorted(), "{prices:?}");
        assert_ne!(prices.first(), prices.last());
    }
    browser.open(INVOICES).await;
    let first = browser.texts("tbody th").await;
    browser.follow(".paging a[rel=next]").await;
    let second = browser.texts("tbody th").await;
    assert_eq!((first.len(), second.len()), (25, 25));
    assert!(first.iter().all(|it| !second.contains(it)));
    assert!(browser.text(".paging").await.contains("26–50 of "));
    browser.follow(".paging a[href*='per_page=50']").await;
    assert_eq!(browser.texts("tbody th").await, [first, second].concat());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[actix_web::test]
async fn a_list_is_filtered() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    browser.open(INVOICES).await;
    browser.tab_to(".filters summary").await;
    browser.press(ENTER).await;
    browser.tab_to("select[name='with.status']").await;
    browser.press("pos").await;
    browser.picture_of_all("admin-filters-narrow", 360).await;
    browser.set_size(1200, 900);
    browser.tab_to(".filters button").await;
    browser.press(ENTER).await;
    browser.wait_for(".in-force").await;
    let in_force = browser.texts(".in-force li").await.join("; ");
    assert!(in_force.contains("Status is posted"), "{in_force}");
    let path = browser.path().await;
    assert!(path.contains("filter.status.is=posted"), "{path}");
    for status in browser.texts("tbody .badge").await {
        assert_eq!(status, "posted");
    }
    browser.follow(".in-force li:last-child a").await;
    assert_eq!(browser.path().await, INVOICES);

    // Since when somebody has an account is no auditor's to know: neither in the form nor in a link.
    let users = "/admin/administration/users";
    let offered = "return document.querySelectorAll('[name$=created_on]').length";
    for (login, fields) in [("admin", 2), ("auditor", 0)] {
        browser.sign_in_anew(login).await;
        browser.open(users).await;
        assert_eq!(browser.script(offered, json!([])).await, json!(fields));
    }
    for query in [
        "filter.created_on.at_least=2020-01-01",
        "sort=created_on",
        "how.created_on=is&with.created_on=2026-01-01",
    ] {
        browser.open(&format!("{users}?{query}")).await;
        browser.wait_for(".refusal[data-status='403']").await;
        let shown = browser.text("main").await;
        assert!(shown.contains("user.created_on:read"), "{query}: {shown}");
        assert_eq!(browser.texts("tbody th").await, Vec::<String>::new());
    }
}

fn status(server: std::net::SocketAddr, id: i64, who: i64) -> (u16, Value) {
    let path = format!("/admin/api/sales/invoices/{id}");
    let invoice = get(server, &path, &token(who));
    (invoice.status, invoice.json()["values"]["status"].clone())
}

#[actix_web::test]
async fn many_are_deleted_in_two_steps_and_all_or_none() {
    let Some(browser) = Browser::start_with(office).await else {
        return;
    };
    browser.sign_in("sales").await;
    // 35 and 39 are drafts of theirs, 6 is posted.
    let list = format!("{INVOICES}?sort=id&per_page=50");
    let choose = async |ids: &[i64]| {
        browser.open(&list).await;
        for id in ids {
            browser.tab_to(&format!("[name=key][value='{id}']")).await;
            browser.press(SPACE).await;
        }
        assert_eq!(browser.text("[data-chosen]").await, ids.len().to_string());
        browser.tab_to("#bulk .confirm summary").await;
        browser.press(ENTER).await;
        for id in ids {
            // Asked first: nothing has happened yet.
            assert_eq!(status(browser.server, *id, SALES).0, 200);
        }
        browser.press(TAB).await;
        assert!(browser.is_at("#bulk .danger").await);
    };
    choose(&[6, 35]).await;
    browser.press(ENTER).await;
    browser.wait_for(".refusal").await;
    assert_eq!(status(browser.server, 35, SALES), (200, json!("draft")));
    assert_eq!(status(browser.server, 6, SALES), (200, json!("posted")));
    choose(&[35, 39]).await;
    browser.picture("admin-bulk-delete");
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    assert_eq!(browser.text(".notice.done").await, "Deleted.");
    assert!(browser.is_at(".notice.done").await);
    for id in [35, 39] {
        assert_eq!(
            get(
                browser.server,
                &format!("/admin/api/sales/invoices/{id}"),
                &token(MANAGER)
            )
            .status,
            404
        );
    }
}
