//! Forms that make no sense, and those that ask for too much.

use actix_web::test::TestRequest;

use super::{as_user, day, pages};

#[actix_web::test]
async fn all_mistakes_stand_at_their_fields_and_nothing_is_lost() {
    let pages = pages().await;
    let fields = [
        ("title", " "),
        ("description", "kept"),
        ("expires", "2027-02-30"),
        ("permissions", "admin.configuration:GET"),
        ("permissions", "admin.nothing:GET"),
        ("projects", "project@1"),
        ("in", "project.root:GET@1"),
        ("projects", "project@77"),
    ];
    let page = pages.post("/tokens/new", "ada", &fields).await;
    assert_eq!(page.status, 422);
    for text in [
        "href=\"#title\">Give the token a title.",
        "href=\"#expires\">Choose a day",
        "To correct: Give the token a title.",
        "no such permission: admin.nothing:GET",
        "To correct: there is no such project, or you may not know of it.",
        ">kept</textarea>",
        "value=\"project@1\"",
        "data-total>2</b>",
    ] {
        assert!(page.has(text), "{text}\n{}", page.text);
    }
    for name in ["admin.configuration GET", "project.root GET"] {
        assert!(page.checkbox(name).unwrap().contains("checked"), "{name}");
    }
    assert_eq!(
        (page.times("aria-invalid"), page.times(" autofocus")),
        (2, 1)
    );
    assert!(page.has("aria-invalid=\"true\" autofocus"));
    assert_eq!(pages.count().await, 0);
}

#[actix_web::test]
async fn each_mistake_has_its_sentence() {
    let pages = pages().await;
    let long = "x".repeat(101);
    for (title, expires, sentence) in [
        (long.as_str(), day(1), "At most 100 characters."),
        ("a\u{1}b", day(1), "Control characters are not allowed."),
        ("x", day(-1), "This day is over"),
        ("x", String::new(), "Choose a day"),
    ] {
        let fields = [("title", title), ("expires", &expires)];
        let page = pages.post("/tokens/new", "ada", &fields).await;
        assert_eq!(page.status, 422, "{sentence}");
        assert!(page.has(sentence), "{sentence}\n{}", page.text);
    }
    let many = vec![("permissions", "admin.configuration:GET"); 1001];
    let last = day(1);
    let fields = [&[("title", "x"), ("expires", &last)], &many[..]].concat();
    let page = pages.post("/tokens/new", "ada", &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.has("At most 1000 permissions"), "{}", page.text);
    assert_eq!(pages.count().await, 0);
}

#[actix_web::test]
async fn nothing_is_granted_beyond_the_callers_own() {
    let pages = pages().await;
    for (field, value, named) in [
        ("permissions", "admin.tokens:GET", "admin.tokens:GET"),
        ("in", "project.root:DELETE@1", "project.root:DELETE"),
        ("in", "project.root:GET@2", "there is no such project"),
    ] {
        let fields = [("title", "x"), ("expires", &day(1)), (field, value)];
        let page = pages.post("/tokens/new", "ada", &fields).await;
        assert!(
            [403, 404].contains(&page.status),
            "{value}: {}",
            page.status
        );
        assert!(
            page.has(named) && page.has("<form"),
            "{value}\n{}",
            page.text
        );
    }
    assert_eq!(pages.count().await, 0);
}

#[actix_web::test]
async fn a_hidden_project_is_one_that_does_not_exist() {
    let pages = pages().await;
    let mut answers = Vec::new();
    // Bob's, and nobody's.
    pages.people.join("bob", 2, &["project.root:GET"]);
    for id in ["2", "77"] {
        let place = format!("project@{id}");
        let link = format!("/tokens/new?projects={place}&in=project.root:GET@{id}");
        let fields = [
            ("title", "x"),
            ("expires", &day(1)),
            ("projects", place.as_str()),
        ];
        for page in [
            pages.get(&link, "ada").await,
            pages.post("/tokens/new", "ada", &fields).await,
        ] {
            // The ids are all that differs, and so is the time of day.
            let text = page.text.replace(|it: char| it.is_ascii_digit(), "");
            answers.push((page.status, text));
        }
    }
    assert_eq!(answers[0], answers[2]);
    assert_eq!(answers[1], answers[3]);
    assert_eq!((answers[0].0, answers[1].0), (200, 404));
}

#[actix_web::test]
async fn a_full_list_is_said() {
    let pages = pages().await;
    for _ in 0..3 {
        pages.create("ada", &[]).await;
    }
    let fields = [("title", "kept"), ("expires", &day(1))];
    let page = pages.post("/tokens/new", "ada", &fields).await;
    assert_eq!(page.status, 409);
    assert!(page.has("There are 3 tokens already") && page.has("value=\"kept\""));
}

#[actix_web::test]
async fn bodies_are_bounded_and_forms() {
    let pages = pages().await;
    let form = "application/x-www-form-urlencoded";
    let big = format!("title={}", "x".repeat(70_000));
    for (kind, body, status) in [
        (form, big.as_str(), 413),
        ("application/json", "{}", 415),
        (form, "title=%ff", 422),
    ] {
        let request = TestRequest::post().uri("/tokens/new");
        let request = request.insert_header(("content-type", kind));
        let request = request.set_payload(body.to_owned());
        let page = pages.send(as_user(request, "ada")).await;
        assert_eq!(page.status, status, "{kind}: {}", page.text);
    }
    let request = TestRequest::post().uri("/tokens/new");
    let request = request
        .insert_header(("content-type", form))
        .set_payload(big);
    // The gate is asked first.
    assert_eq!(pages.send(request).await.status, 401);
}
