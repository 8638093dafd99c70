//! A session that ends while a form is filled in, and answers that are no pages of ours.

use serde_json::{Value, json};

use crate::app::data::seed::demo::PASSWORD;
use crate::browser::{Browser, ENTER};
use crate::server::{AUDITOR, STAFF, WRITER, get, token};

const KEPT: &str = "return document.querySelector('#title')?.value";

impl Browser {
    /// Signs in as another tab does: this one stays as it is.
    async fn sign_in_elsewhere(&self, login: &str) {
        let script = "await fetch('/sign-in', { method: 'POST', body: new URLSearchParams(
            { username: arguments[0], password: arguments[1] }) })";
        let script = format!("return (async () => {{ {script}; return true; }})()");
        self.client.delete_all_cookies().await.unwrap();
        let done = self.script(&script, json!([login, PASSWORD])).await;
        assert_eq!(done, json!(true));
    }

    /// Sends the form, to be refused.
    async fn send_in_vain(&self) -> String {
        self.tab_to(".bar button").await;
        self.press(ENTER).await;
        self.wait_for("#said:not(:empty)").await;
        self.wait_for("form:not([aria-busy])").await;
        assert_eq!(self.script(KEPT, json!([])).await, json!("kept"));
        self.text("#said").await
    }
}

fn titles(uid: i64) -> Value {
    let tokens = get("/api/tokens", &token(uid)).expect(200);
    let tokens = tokens["tokens"].as_array().unwrap().iter();
    tokens.map(|it| it["title"].clone()).collect()
}

#[actix_web::test]
async fn whoever_signs_in_again_sends_what_was_entered() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("auditor").await;
    browser.open("/tokens/new?title=kept").await;
    browser.client.delete_all_cookies().await.unwrap();
    let said = browser.send_in_vain().await;
    assert!(
        said.starts_with("Sign in to do this. Nothing was changed."),
        "{said}"
    );
    // As somebody else it is not sent, also not when it is tried again.
    browser.sign_in_elsewhere("staff").await;
    for _ in 0..2 {
        let said = browser.send_in_vain().await;
        assert!(said.contains("Nothing was changed."), "{said}");
    }
    browser.sign_in_elsewhere("auditor").await;
    browser.tab_to(".bar button").await;
    browser.press(ENTER).await;
    browser.wait_for("#secret").await;
    assert_eq!(browser.text("#said").await, "");
    assert_eq!(titles(AUDITOR), json!(["kept"]));
    assert!(!titles(STAFF).as_array().unwrap().contains(&json!("kept")));
}

#[actix_web::test]
async fn no_other_page_takes_the_place_of_the_form() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("writer").await;
    browser.open("/tokens/new?title=kept").await;
    for (answer, said) in [
        (
            "new Response('<title>x</title><main><h1>Bad gateway</h1><script>window.ran = 1</script></main>',
                { status: 502, headers: { 'content-type': 'text/html' } })",
            "The server has answered 502. Whether anything was changed is not known.",
        ),
        (
            "new Response('<main><h1>Sign in</h1></main>',
                { status: 401, headers: { 'content-type': 'text/html' } })",
            "The server has answered 401. Nothing was changed.",
        ),
        (
            "Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })",
            "The server wants you to go elsewhere first. Nothing was changed.",
        ),
        (
            "new Response('null', { status: 503, headers: { 'content-type': 'application/json' } })",
            "The server has answered 503. Whether",
        ),
    ] {
        let fake = format!("window.fetch = async () => {answer}; return 1");
        browser.script(&fake, json!([])).await;
        let heard = browser.send_in_vain().await;
        assert!(heard.starts_with(said), "{heard}");
    }
    let ran = browser.script("return [window.ran ?? 0, document.title]", json!([]));
    assert_eq!(ran.await, json!([0, "New token · Collab"]));
    assert_eq!(
        titles(WRITER)
            .as_array()
            .unwrap()
            .iter()
            .filter(|it| **it == "kept")
            .count(),
        0
    );
}

#[actix_web::test]
async fn a_form_is_too_long_for_no_link() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("manager").await;
    let long = "x".repeat(1000);
    browser
        .open(&format!(
            "/tokens/new?title=kept&projects=project@2&description={long}"
        ))
        .await;
    let fill = "document.querySelector('#description').value = '\u{20ac}'.repeat(1000);
        for (const box of document.querySelectorAll('.project input[type=checkbox]')) box.click();
        document.querySelector('#add').value = 'project@1'";
    browser.script(fill, json!([])).await;
    let before = browser.client.current_url().await.unwrap();
    browser.tab_to(".add button").await;
    browser.press(ENTER).await;
    browser.wait_for("[name=projects][value='project@1']").await;
    assert!(
        browser.client.current_url().await.unwrap() == before,
        "a link"
    );
    assert!(browser.is_at("fieldset.project legend").await);
    let kept = "return [document.querySelector('#description').value.length,
        document.querySelectorAll('.project input:checked').length]";
    assert_eq!(browser.script(kept, json!([])).await, json!([1000, 36]));
    browser
        .tab_to("button[name=remove][value='project@2']")
        .await;
    browser.press(ENTER).await;
    browser
        .wait_for("form:not(:has([name=projects][value='project@2']))")
        .await;
}
