//! Signing in with Swagger UI's own dialog, and calling an operation with what it got.

use std::time::Duration;

use serde_json::json;

use crate::app::data::seed::demo::PASSWORD;
use crate::browser::Browser;

impl Browser {
    /// Clicks the first element of this kind with this text in it.
    async fn click_on(&self, what: &str, text: &str) {
        let script = "const found = [...document.querySelectorAll(arguments[0])]
            .find(it => it.innerText.includes(arguments[1]));
            found?.scrollIntoView(); found?.click(); return Boolean(found)";
        for _ in 0..100 {
            if self.script(script, json!([what, text])).await == json!(true) {
                return;
            }
            actix_web::rt::time::sleep(Duration::from_millis(100)).await;
        }
        panic!(
            "no `{what}` says {text:?}:\n{}",
            self.text(".swagger-ui").await
        );
    }

    async fn type_into(&self, what: &str, text: &str) {
        self.wait_for(what).await;
        self.script(
            "document.querySelector(arguments[0]).focus()",
            json!([what]),
        )
        .await;
        self.press(text).await;
    }

    /// Calls an operation; its status.
    async fn try_out(&self, method: &str, path: &str) -> String {
        let block = format!(".opblock-{method}:has([data-path='{path}'])");
        self.click_on(&format!("{block} .opblock-summary-control"), path)
            .await;
        self.click_on(&format!("{block} .try-out__btn"), "Try it out")
            .await;
        self.click_on(&format!("{block} .execute"), "Execute").await;
        let status = format!("{block} .live-responses-table tbody .response-col_status");
        self.wait_for(&status).await;
        let status = self.text(&status).await;
        status.lines().next().unwrap_or_default().to_owned()
    }
}

#[actix_web::test]
async fn swagger_ui_signs_in_with_its_dialog() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    let page = &browser;
    page.open("/docs/").await;
    page.click_on("button.authorize", "Authorize").await;
    page.type_into("#oauth_username", "manager").await;
    page.type_into("#oauth_password", PASSWORD).await;
    // One scope of the 82, so the session is limited to it.
    page.click_on(".modal-ux .scopes .checkbox label", "user.sessions:GET")
        .await;
    let form = ".modal-ux .auth-container:has(#oauth_username)";
    page.click_on(&format!("{form} .auth-btn-wrapper button"), "Authorize")
        .await;
    page.wait_for(".modal-ux .auth-container .wrapper code")
        .await;
    browser.picture("swagger-authorized");
    page.click_on(".modal-ux button.btn-done", "Close").await;
    for (path, status) in [
        ("/api/me", "200"),
        ("/api/sessions", "200"),
        // The manager may do it, and the session may not.
        ("/api/tokens", "403"),
    ] {
        assert_eq!(page.try_out("get", path).await, status, "{path}");
    }
    browser.picture("swagger-called");
    // Beside remarks on its form: the one refusal.
    let complaints = browser.complaints().into_iter();
    let severe = complaints.filter(|it| it.contains("SEVERE"));
    let severe = severe.collect::<Vec<_>>();
    assert_eq!(severe.len(), 1, "{severe:#?}");
    assert!(severe[0].contains("/api/tokens"), "{severe:#?}");
    browser.client.close().await.unwrap();
}
