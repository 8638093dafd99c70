//! Markup in every text: nothing of it becomes a part of a page.

use serde_json::json;

use crate::browser::Browser;
use crate::people::form_of;
use crate::world::{PAYLOAD, hostile};

/// Whether a script has run, and how much there is of what only the texts have brought along.
const BROUGHT: &str = "return [window.xss ?? 0, document.querySelectorAll(
    'main script, main img, main style, body > script, [onerror], [onload], [onfocus], iframe').length]";

impl Browser {
    #[track_caller]
    pub(crate) fn is_harmless(&self, place: &str) -> impl Future<Output = ()> {
        let place = format!("{place}, {}", std::panic::Location::caller());
        async move {
            let brought = self.script(BROUGHT, json!([])).await;
            assert_eq!(brought, json!([0, 0]), "{place}");
            let complaints = self.complaints();
            let of_policy = complaints
                .iter()
                .filter(|it| it.contains("Security Policy"));
            assert_eq!(
                of_policy.collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "{place}"
            );
        }
    }

    /// Opens a page that has to show the text as it is.
    pub(crate) async fn open_hostile(&self, path: &str) {
        self.open(path).await;
        self.is_harmless(path).await;
        let seen = self.text("body").await;
        assert!(seen.contains("<img src=x onerror="), "{path}:\n{seen}");
    }
}

#[actix_web::test]
async fn every_text_of_every_record_is_text() {
    let Some(browser) = Browser::start_with(hostile).await else {
        return;
    };
    for (login, lists) in [
        (
            "manager",
            &[
                "/sales/invoices",
                "/sales/orders",
                "/sales/contacts",
                "/sales/tickets",
                "/catalogue/products",
            ][..],
        ),
        (
            "admin",
            &[
                "/administration/users",
                "/administration/companies",
                "/administration/settings",
            ],
        ),
    ] {
        browser.sign_in_anew(login).await;
        browser.is_harmless("home").await;
        for list in lists {
            let list = format!("/admin{list}");
            browser.open_hostile(&list).await;
            browser.tab_to("tbody th a").await;
            let record = browser
                .script(
                    "return document.activeElement.getAttribute('href')",
                    json!([]),
                )
                .await;
            browser.open_hostile(record.as_str().unwrap()).await;
            // The title of the window is a text as well.
            let title = browser.client.title().await.unwrap();
            assert!(
                title.contains("<script>") || title.contains("· "),
                "{title}"
            );
            let edit = browser.script(
                "return document.querySelector('main a[href$=\"/edit\"]')?.getAttribute('href')",
                json!([]),
            );
            if let Some(edit) = edit.await.as_str() {
                browser.open(edit).await;
                browser.is_harmless(edit).await;
            }
            for query in [
                form_of("search", PAYLOAD),
                form_of("sort", PAYLOAD),
                form_of("page", PAYLOAD),
                form_of("filter.id", PAYLOAD),
                form_of(&format!("filter.{PAYLOAD}"), PAYLOAD),
                form_of("filter.status", PAYLOAD),
                form_of("with.status", PAYLOAD),
                form_of(PAYLOAD, PAYLOAD),
            ] {
                browser.open(&format!("{list}?{query}")).await;
                browser.is_harmless(&format!("{list}?{query}")).await;
            }
        }
    }
}

#[actix_web::test]
async fn every_text_about_access_is_text() {
    let Some(browser) = Browser::start_with(hostile).await else {
        return;
    };
    browser.sign_in("auditor").await;
    let pages =
        "return [...document.querySelectorAll('.side a')].map(it => it.getAttribute('href'))";
    let pages = browser.script(pages, json!([])).await;
    let pages = serde_json::from_value::<Vec<String>>(pages).unwrap();
    assert!(pages.len() > 12, "{pages:?}");
    for page in pages.iter().filter(|it| it.starts_with("/admin/")) {
        browser.open(page).await;
        browser.is_harmless(page).await;
        for name in [
            "user",
            "model",
            "group",
            "permission",
            "path",
            "q",
            "search",
            "id",
            PAYLOAD,
        ] {
            let query = format!("{page}?{}", form_of(name, PAYLOAD));
            browser.open(&query).await;
            browser.is_harmless(&query).await;
        }
    }
    let page_of = |end: &str| pages.iter().find(|it| it.ends_with(end)).unwrap().clone();
    // Names of people, who are hostile too.
    browser
        .open_hostile(&format!("{}?user=1&group=sales_user", page_of("/explain")))
        .await;
    browser
        .open_hostile(&format!("{}?group=sales_user", page_of("/who-can")))
        .await;
}
