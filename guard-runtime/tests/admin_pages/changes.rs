//! Records that are created, changed and deleted with forms.

use sea_orm::EntityTrait;

use crate::browser::{World, world};
use crate::models::invoice::{Entity, Model};

const LIST: &str = "/admin/sales/invoices";

pub(crate) async fn stored(world: &World, id: i64) -> Option<Model> {
    Entity::find_by_id(id).one(&world.raw).await.unwrap()
}

#[actix_web::test]
async fn a_record_is_created() {
    let world = world().await;
    let browser = world.sign_in("ada").await;
    let form = browser.open(&format!("{LIST}/new")).await;
    form.has("name=\"number\"")
        .has("<option value=\"draft\">")
        .has_not("name=\"id\"");
    form.has("<meta name=\"csrf-token\"");
    let sent = "owner_id=1&number=B-1&status=draft&total=5&paid=false&note=&cost=";
    let answer = browser.send(&format!("{LIST}/new"), sent).await;
    assert_eq!(
        answer.leads(),
        (303, "/admin/sales/invoices/31?said=created")
    );
    let page = browser.open(answer.header("location")).await;
    page.has("Created.").has("B-1");
    browser
        .open(&format!("{LIST}/31?said=Pay+us"))
        .await
        .has_not("Pay us")
        .has_not("notice done");
    assert_eq!(stored(&world, 31).await.unwrap().note, None);
}

#[actix_web::test]
async fn all_mistakes_are_said_at_once_and_nothing_is_lost() {
    let world = world().await;
    let browser = world.sign_in("ada").await;
    let sent =
        "owner_id=1&number=&status=stolen&total=%22%3E%3Cb%3E&paid=false&note=kept+text&cost=";
    let answer = browser.send(&format!("{LIST}/new"), sent).await;
    assert_eq!(answer.status, 422);
    answer
        .has("href=\"#f-number\"")
        .has("href=\"#f-status\"")
        .has("href=\"#f-total\"");
    answer.has("id=\"f-number\" type=\"text\" name=\"number\" value=\"\"");
    answer.has("aria-describedby=\"f-number-about\" aria-invalid=\"true\" autofocus");
    answer
        .has("kept text")
        .has("value=\"&quot;&gt;&lt;b&gt;\"")
        .has_not("\"><b>");
    assert_eq!(answer.text.matches("aria-invalid=\"true\"").count(), 3);
    assert_eq!(stored(&world, 31).await, None);
}

#[actix_web::test]
async fn what_contradicts_is_said_in_the_form() {
    let world = world().await;
    let browser = world.sign_in("ada").await;
    let sent = "owner_id=1&number=A-002&status=draft&total=5&paid=false";
    for path in [format!("{LIST}/new"), format!("{LIST}/1/edit")] {
        let answer = browser.send(&path, sent).await;
        assert_eq!(answer.status, 409, "{path}");
        answer
            .has("Number: is taken already")
            .has("value=\"A-002\"")
            .has_not("UNIQUE");
    }
    assert_eq!(stored(&world, 1).await.unwrap().number, "A-001");
}

#[actix_web::test]
async fn a_record_is_changed() {
    let world = world().await;
    let sam = world.sign_in("sam").await;
    let form = sam.open(&format!("{LIST}/2/edit")).await;
    form.has("value=\"A-002\"")
        .has("<option value=\"false\" selected>No")
        .has_not("name=\"cost\"");
    let sent = "owner_id=2&number=A-002&status=sent&total=7&paid=true&note=new";
    let answer = sam.send(&format!("{LIST}/2/edit"), sent).await;
    assert_eq!(answer.leads(), (303, "/admin/sales/invoices/2?said=saved"));
    let now = stored(&world, 2).await.unwrap();
    assert_eq!(
        (now.total, now.paid, now.note.as_deref(), now.cost),
        (7, true, Some("new"), Some(7_002))
    );
}

/// What may be written and not be read is kept, unless something else is entered.
#[actix_web::test]
async fn what_is_not_seen_is_not_lost() {
    let world = world().await;
    let sam = world.sign_in("sam").await;
    let form = sam.open(&format!("{LIST}/2/edit")).await;
    form.has("What is stored is not shown to you")
        .has_not("code 2");
    for (sent, expected) in [("note=a&code=", "code 2"), ("note=b&code=new", "new")] {
        let answer = sam.send(&format!("{LIST}/2/edit"), sent).await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        assert_eq!(
            stored(&world, 2).await.unwrap().code.as_deref(),
            Some(expected)
        );
    }
}

#[actix_web::test]
async fn what_one_may_not_is_refused_whatever_is_sent() {
    let world = world().await;
    let sam = world.sign_in("sam").await;
    for (path, sent, status, part) in [
        // Another's record, a field that is not his, one that he would give away, one that does not exist.
        ("1/edit", "total=1", 404, "There is nothing here"),
        ("2/edit", "cost=1", 403, "invoice.cost:write"),
        ("2/edit", "owner_id=1", 403, "invoice:update"),
        ("2/edit", "nonsense=1", 422, "nonsense"),
        ("2/edit", "total=1&total=2", 422, "total"),
        ("2/delete", "", 403, "invoice:delete"),
        ("delete", "key=2", 403, "invoice:delete"),
        ("update", "key=2&field=cost&value=1", 422, "may change"),
        ("update", "key=2&field=id&value=1", 422, "may change"),
        (
            "update",
            "key=2&key=1&field=total&value=1",
            404,
            "There is nothing here",
        ),
    ] {
        let answer = sam.send(&format!("{LIST}/{path}"), sent).await;
        assert_eq!(answer.status, status, "{path} {sent}\n{}", answer.text);
        answer.has(part).has_not("7001");
    }
    let now = (
        stored(&world, 1).await.unwrap(),
        stored(&world, 2).await.unwrap(),
    );
    assert_eq!(
        (now.0.total, now.1.total, now.1.owner_id, now.1.cost),
        (100, 200, 2, Some(7_002))
    );
}
