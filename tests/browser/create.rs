//! A token from its creation to its end, by keyboard alone.

use serde_json::json;

use crate::browser::{Browser, DOWN, ENTER, SPACE, TAB};
use crate::server::{ADMIN, Headers, MANAGER, bearer, get, post, send, token};

/// A new project of the manager's, which comes first in lists.
fn project() -> i64 {
    let new = json!({ "name": "A greenhouse", "description": "x", "visibility": "private" });
    let project = post("/api/projects", &token(MANAGER), &new).expect(201);
    project["id"].as_i64().unwrap()
}

fn boxed(permission: &str) -> String {
    format!("input[value='{permission}']")
}

/// Chooses with the space bar what the form has already.
async fn choose(browser: &Browser, permission: &str) {
    browser.tab_to(&boxed(permission)).await;
    browser.press(SPACE).await;
}

/// Fills in the form for a token in this project, and sends it.
async fn create(browser: &Browser, project: i64) -> Headers {
    browser.open("/tokens").await;
    browser.tab_to("a.primary").await;
    browser.press(ENTER).await;
    browser.wait_for("#title").await;
    browser.tab_to("#title").await;
    browser.press("Nightly export").await;
    browser.tab_to("[data-day]").await;
    browser.press(ENTER).await;
    assert!(browser.is_at("#expires").await);
    choose(browser, "user.sessions:GET").await;
    choose(browser, "user.feedback:CREATE").await;
    assert_eq!(browser.text(".counter output").await, "2 of 9 chosen");
    browser.press(SPACE).await;
    assert_eq!(browser.text(".counter output").await, "1 of 9 chosen");
    assert_eq!(browser.text(".bar output").await, "Chosen in all: 1");

    browser.tab_to("#add").await;
    browser.press(DOWN).await;
    browser.press(TAB).await;
    browser.press(ENTER).await;
    browser.wait_for("fieldset.project legend").await;
    // The cursor is where there is something to do, and nothing is lost.
    assert!(browser.is_at("fieldset.project legend").await);
    assert_eq!(browser.text(".bar output").await, "Chosen in all: 1");
    choose(browser, &format!("project.root:GET@{project}")).await;
    choose(browser, &format!("project.root:DELETE@{project}")).await;
    assert_eq!(
        browser.text(".project .counter output").await,
        "2 of 36 chosen"
    );
    assert_eq!(browser.text(".bar output").await, "Chosen in all: 3");
    browser.tab_to(".bar button").await;
    browser.press(ENTER).await;
    browser.wait_for("#secret").await;
    assert!(browser.is_at("h1").await);
    bearer(&browser.text("#secret").await)
}

#[actix_web::test]
async fn a_token_is_created_used_and_revoked() {
    let Some(browser) = Browser::start().await else {
        return;
    };
    let project = project();
    let path = format!("/api/projects/{project}");
    browser.sign_in("manager").await;
    let pat = create(&browser, project).await;
    let secret = pat[0].1.trim_start_matches("Bearer ").to_owned();
    assert_eq!(browser.text("h1").await, "“Nightly export” is created");
    assert!(secret.starts_with("collab_"), "{secret}");
    get("/api/sessions", &pat).expect(200);
    get(&path, &pat).expect(200);
    get("/api/projects/1/models", &pat).expect(403);

    browser.tab_to("[data-copy]").await;
    browser.press(ENTER).await;
    browser.wait_for("#copied:not(:empty)").await;

    // It is shown once: not after a reload, and not to who goes back.
    browser.tab_to("main a.button").await;
    browser.press(ENTER).await;
    browser.wait_for("article").await;
    browser.client.back().await.unwrap();
    browser.wait_for("h1").await;
    assert!(!browser.client.source().await.unwrap().contains(&secret));
    browser.client.refresh().await.unwrap();
    browser.wait_for("#title").await;
    assert!(!browser.client.source().await.unwrap().contains(&secret));

    // Its owner loses a permission, and it does too.
    let reader = json!({ "role": "reader" });
    let member = format!("{path}/users/{MANAGER}");
    send("PATCH", &member, &token(ADMIN), &reader).expect(200);
    browser.open("/tokens").await;
    let places = browser.text("article .places").await;
    let lost = format!(
        "A greenhouse (project {project}): has 1 of the 2 permissions asked for; 1 that you no \
         longer have: project.root:DELETE; 1 was never used: project.root:DELETE."
    );
    assert!(places.contains(&lost), "{places}");
    browser.picture_of_all("list-lost", 1200).await;

    browser.tab_to("article .confirm summary").await;
    browser.press(ENTER).await;
    browser.tab_to("article .confirm button").await;
    browser.press(ENTER).await;
    browser.wait_for(".notice.done").await;
    assert!(browser.is_at(".notice.done").await);
    assert_eq!(browser.text(".notice.done").await, "The token is revoked.");
    get("/api/sessions", &pat).expect(401);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
