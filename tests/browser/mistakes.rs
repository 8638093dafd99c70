//! What goes wrong: in the form, on the way, and without the script.

use serde_json::json;

use crate::browser::{Browser, ENTER, SPACE};
use crate::server::{STAFF, get, token};

#[actix_web::test]
async fn a_mistake_keeps_the_input_and_has_the_cursor() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("writer").await;
    browser.open("/tokens/new?description=kept").await;
    browser.tab_to("input[value='user.sessions:GET']").await;
    browser.press(SPACE).await;
    browser.tab_to("#title").await;
    // As a person sends a form: from within it.
    browser.press(ENTER).await;
    browser.wait_for("[aria-invalid]").await;
    assert!(browser.is_at("#title").await);
    assert!(
        browser
            .text(".notice.wrong")
            .await
            .contains("Give the token a title.")
    );
    let kept = "return [document.querySelector('#description').value,
        document.querySelector('input[value=\"user.sessions:GET\"]').checked, document.title]";
    let kept = browser.script(kept, json!([])).await;
    assert_eq!(
        kept,
        json!(["kept", true, "Not created yet: new token · Collab"])
    );
    assert_eq!(browser.text(".bar output").await, "Chosen in all: 1");
    browser.picture_of_all("mistake", 1200).await;
    browser.press("Now with a title").await;
    browser.press(ENTER).await;
    browser.wait_for("#secret").await;
    // An answer of 422 is no error of the page, and is all that the browser has to say.
    let complaints = browser.complaints();
    assert!(
        complaints.iter().all(|it| it.contains("status of 422")),
        "{complaints:?}"
    );
}

#[actix_web::test]
async fn who_cannot_be_reached_is_said() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("staff").await;
    browser.open("/tokens/new?title=Offline").await;
    browser.set_size(800, 500);
    browser.set_offline(true);
    browser.tab_to(".bar button").await;
    browser.press(ENTER).await;
    browser.wait_for("#said:not(:empty)").await;
    assert!(
        browser
            .text("#said")
            .await
            .starts_with("The server cannot be reached.")
    );
    // Also for who is at the end of a long page.
    let seen = "const at = document.querySelector('#said').getBoundingClientRect();
        return scrollY > 0 && at.top >= 0 && at.bottom <= innerHeight";
    assert_eq!(browser.script(seen, json!([])).await, json!(true));
    // The session ends meanwhile, as it does in another tab.
    browser.set_offline(false);
    browser.client.delete_all_cookies().await.unwrap();
    browser.press(ENTER).await;
    let answered =
        "return document.querySelector('#said').textContent.includes('Nothing was changed')";
    for _ in 0..100 {
        if browser.script(answered, json!([])).await == json!(true) {
            break;
        }
        actix_web::rt::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let said = browser.text("#said").await;
    assert!(said.contains("Nothing was changed"), "{said}");
    let tokens = get("/api/tokens", &token(STAFF)).expect(200);
    assert_eq!(tokens["tokens"], json!([]));
}

#[actix_web::test]
async fn without_a_script_all_can_be_read() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    browser.sign_in("reader").await;
    let off = json!({ "value": true });
    browser.devtools("Emulation.setScriptExecutionDisabled", &off);
    browser
        .open("/tokens/new?title=kept&permissions=user.sessions:GET&projects=project@2")
        .await;
    assert_eq!(browser.text(".counter output").await, "1 of 9 chosen");
    assert!(browser.text("noscript").await.contains("Changes need it"));
    browser.tab_to("button[name=remove]").await;
    browser.press(ENTER).await;
    browser.wait_for("#projects[autofocus]").await;
    assert_eq!(browser.text("fieldset.project").await, "");
    browser.tab_to("button[value='7']").await;
    browser.press(ENTER).await;
    browser.wait_for("#title[value=kept]").await;
    assert_eq!(browser.text(".bar output").await, "Chosen in all: 1");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
