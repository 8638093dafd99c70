//! Custom actions and form pages.

use crate::browser::world;

const LIST: &str = "/admin/sales/invoices";

#[actix_web::test]
async fn an_action_says_what_it_has_done() {
    let world = world().await;
    let browser = world.sign_in("sam").await;
    let answer = browser
        .send(
            &format!("{LIST}/actions/mark_paid"),
            "key=2&key=4&field=status",
        )
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer
        .has("&lt;i&gt;2&lt;/i&gt; are paid.")
        .has("notice done")
        .has("Back");
    for (sent, status) in [
        ("", 422),
        ("key=2&form.x=1", 422),
        ("key=2&x=1", 422),
        ("key=..", 404),
    ] {
        let answer = browser
            .send(&format!("{LIST}/actions/mark_paid"), sent)
            .await;
        assert_eq!(answer.status, status, "{sent}");
    }
}

#[actix_web::test]
async fn an_action_with_a_form_asks_first() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let path = format!("{LIST}/actions/remind");
    let form = ada.open(&format!("{path}?key=2")).await;
    form.has("Send it now?")
        .has("name=\"form.text\"")
        .has("What the customer reads");
    form.has("name=\"key\" value=\"2\"");
    let again = ada.send(&path, "key=2&form.text=rude").await;
    assert_eq!(again.status, 422);
    again
        .has("is rude")
        .has("href=\"#f-text\"")
        .has("value=\"rude\"")
        .has("name=\"key\" value=\"2\"");
    ada.send(&path, "key=2&form.text=please")
        .await
        .has("Sent: please");
    // Its gate is another one than the page's.
    let sam = world.sign_in("sam").await;
    for answer in [
        sam.open(&path).await,
        sam.send(&path, "key=2&form.text=please").await,
    ] {
        assert_eq!(answer.status, 403);
        answer.has("group:manager");
    }
    assert_eq!(
        ada.open(&format!("{LIST}/actions/nonsense")).await.status,
        404
    );
}

#[actix_web::test]
async fn a_form_page_is_sent_and_corrected() {
    let world = world().await;
    let browser = world.sign_in("ivy").await;
    let form = browser.open("/admin/announcement").await;
    form.has("What everybody reads.")
        .has("type=\"checkbox\" name=\"urgent\" value=\"true\"");
    form.has("Says something to everybody.");
    browser
        .send("/admin/announcement", "text=hello&urgent=true")
        .await
        .has("hello true");
    browser
        .send("/admin/announcement", "text=hello")
        .await
        .has("hello false");
    for (sent, part) in [
        ("text=no&urgent=true", "says no"),
        ("text=", "#f-text"),
        ("text=a&text=b", "#f-text"),
        ("text=a&more=b", "more"),
    ] {
        let answer = browser.send("/admin/announcement", sent).await;
        assert_eq!(answer.status, 422, "{sent}");
        answer.has(part).has("Nothing was changed yet.");
    }
    let again = browser
        .send("/admin/announcement", "text=no&urgent=true")
        .await;
    again.has("value=\"true\" checked").has("value=\"no\"");
}
