//! Roles in projects that are asked for on the pages and not given.

use crate::members::{AT_FIRST, MEMBERS};
use crate::places::Places;

const TWO: &str = "/admin/projects/project/2/members";

#[actix_web::test]
async fn nobody_hands_out_more_or_to_themselves_or_above() {
    let places = Places::new().await;
    for (name, path, body, status, why) in [
        // Who may nothing there.
        (
            "ada",
            MEMBERS,
            "user=3&name=reader&change=give",
            403,
            "lacking: ",
        ),
        (
            "ada",
            "/admin/projects/team/1/members",
            "user=3&name=fan&change=give",
            403,
            "lacking: ",
        ),
        // More than one has there.
        (
            "cyd",
            TWO,
            "user=3&name=editor&change=give",
            403,
            "lacking: `project.pages:UPDATE`",
        ),
        // To oneself, and from oneself.
        (
            "cyd",
            MEMBERS,
            "user=6&name=reader&change=give",
            403,
            "to themselves",
        ),
        (
            "cyd",
            MEMBERS,
            "user=6&name=editor&change=take",
            403,
            "to themselves",
        ),
        // Above oneself: outside of projects, and there.
        (
            "ada",
            MEMBERS,
            "user=8&name=editor&change=take",
            403,
            "more rights than you",
        ),
        (
            "cyd",
            TWO,
            "user=2&name=reader&change=give",
            403,
            "more rights than you",
        ),
        (
            "cyd",
            TWO,
            "user=2&name=editor&change=take",
            403,
            "more rights than you",
        ),
        // What there is not, or not there.
        (
            "cyd",
            MEMBERS,
            "user=3&name=nobody&change=give",
            403,
            "there is no such group or role",
        ),
        (
            "cyd",
            MEMBERS,
            "user=3&name=keeper&change=give",
            403,
            "the role does not count there",
        ),
        (
            "cyd",
            MEMBERS,
            "user=3&name=fan&change=give",
            403,
            "the role does not count there",
        ),
        (
            "cyd",
            MEMBERS,
            "user=98&name=reader&change=give",
            422,
            "there is no such user",
        ),
        (
            "cyd",
            MEMBERS,
            "user=%3Cu%3E&name=reader&change=give",
            422,
            "there is no such user",
        ),
    ] {
        let answer = places.world.sign_in(name).await.send(path, body).await;
        assert_eq!(answer.status, status, "{name} {body}");
        answer.has("Nothing was changed: ").has(why).has_not("<u>");
    }
    assert_eq!(places.members("project", "1").await, AT_FIRST);
    assert_eq!(places.members("project", "2").await, "2: editor; 6: reader");
    assert!(places.logged().await.is_empty());
}

/// Who mistypes an id does not fill the form in again.
#[actix_web::test]
async fn what_was_entered_stays() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    let answer = cyd
        .send(MEMBERS, "user=%22%3E98&name=reader&change=give")
        .await;
    answer
        .has("value=\"&quot;&gt;98\"")
        .has("<option value=\"reader\" selected>");
}

#[actix_web::test]
async fn what_is_no_form_of_the_page_is_refused() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    for body in [
        "user=2&name=editor",
        "user=2&name=editor&change=steal",
        "user=2&name=editor&name=reader&change=give",
        "user=2&user=3&name=editor&change=give",
        "user=2&name=&change=give",
        "user=2&name=editor&change=give&project=2",
        "user=2&name=a%00&change=give",
    ] {
        let answer = cyd.send(MEMBERS, body).await;
        assert_eq!(answer.status, 422, "{body}");
    }
    for path in [
        "project/9",
        "past/1",
        "admin/1",
        "project/a%2Fb",
        "project/%31~",
    ] {
        let path = format!("/admin/projects/{path}/members");
        let answer = cyd.send(&path, "user=2&name=editor&change=give").await;
        assert_eq!(answer.status, 404, "{path}");
    }
    assert_eq!(places.members("project", "1").await, AT_FIRST);
    assert!(places.logged().await.is_empty());
}

#[actix_web::test]
async fn another_spelling_of_an_id_is_nobody() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    for spelling in ["03", "%2B3"] {
        let body = format!("user={spelling}&name=reader&change=give");
        let answer = cyd.send(MEMBERS, body).await;
        assert_eq!(answer.status, 422, "{spelling}");
        answer.has("there is no such user");
    }
    assert_eq!(places.members("project", "1").await, AT_FIRST);
    assert_eq!(places.logged().await.len(), 0);
}
