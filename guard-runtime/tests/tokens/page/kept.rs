//! What was done is said, what was not done is said too, and what was entered stays.

use std::sync::atomic::Ordering;

use actix_web::test::TestRequest;
use guard_runtime::Id;
use guard_runtime::tokens::TokenState;

use super::{Pages, day, encoded, pages, with_cookie};

async fn active(pages: &Pages, owner: &str) -> usize {
    let tokens = pages.tokens.list_of(&Id::from(owner)).await.unwrap();
    let active = tokens.iter().filter(|it| it.state == TokenState::Active);
    active.count()
}

#[actix_web::test]
async fn what_is_revoked_is_said_also_where_no_list_can_be_shown() {
    let pages = pages().await;
    let (_, token) = pages.create("ada", &[]).await;
    let (_, other) = pages.create("ada", &[]).await;
    pages.create("ada", &[]).await;
    pages.create("bob", &[]).await;
    pages.down.store(true, Ordering::SeqCst);
    let (one, any) = (
        format!("/tokens/{}/revoke", token.id),
        format!("/tokens/all/{}/revoke", other.id),
    );
    for (path, who, fields, done) in [
        (one.as_str(), "ada", &[][..], "The token is revoked."),
        (any.as_str(), "root", &[], "The token is revoked."),
        ("/tokens/revoke", "ada", &[], "All your tokens are revoked."),
        (
            "/tokens/all",
            "root",
            &[("owner", "bob")],
            "1 token of user bob is revoked.",
        ),
    ] {
        let page = pages.post(path, who, fields).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        assert!(page.has(done), "{path}: {}", page.text);
        assert!(page.has("The list cannot be shown now"), "{path}");
    }
    assert_eq!(active(&pages, "ada").await + active(&pages, "bob").await, 0);
}

#[actix_web::test]
async fn a_form_that_is_refused_says_so_at_its_top() {
    let pages = pages().await;
    let last = day(1);
    let valid = [("title", "x"), ("expires", last.as_str())];
    for _ in 0..3 {
        pages.create("bob", &[]).await;
    }
    for (who, field, status, said) in [
        (
            "ada",
            ("projects", "project@77"),
            404,
            "href=\"#projects\">There is no project 77, or you may not know of it.",
        ),
        (
            "ada",
            ("permissions", "admin.tokens:GET"),
            403,
            "Not chosen, as you do not have it: admin.tokens:GET.",
        ),
        (
            "bob",
            ("description", "x"),
            409,
            "There are 3 tokens already",
        ),
    ] {
        let page = pages
            .post("/tokens/new", who, &[&valid[..], &[field]].concat())
            .await;
        assert_eq!(page.status, status);
        let top = page.part("<main", "<form");
        assert!(top.contains("The token is not created yet."), "{top}");
        assert!(top.contains(said), "{top}");
        // The cursor is there: no field has a mistake of its own.
        assert!(
            top.contains("class=\"notice wrong\" tabindex=\"-1\" autofocus"),
            "{top}"
        );
        assert!(page.has("<title>Not created yet: new token · Shop</title>"));
    }
    // A form that was not sent is not refused.
    let page = pages
        .get("/tokens/new?permissions=admin.tokens:GET", "ada")
        .await;
    assert!(!page.has("not created yet") && page.has("<title>New token · Shop"));
}

#[actix_web::test]
async fn a_form_that_is_only_looked_at_creates_nothing() {
    let pages = pages().await;
    let last = day(1);
    let fields = [("title", "x"), ("expires", last.as_str()), ("look", "")];
    for (field, shown) in [
        (("add", "project@1"), "value=\"project@1\""),
        (("projects", "project@77"), "value=\"project@77\""),
        (("remove", "project@1"), "autofocus>What it may do in"),
        (("days", "7"), "value=\"x\""),
    ] {
        let page = pages
            .post("/tokens/new", "ada", &[&fields[..], &[field]].concat())
            .await;
        assert_eq!(page.status, 200);
        assert!(page.has(shown) && !page.has("not created yet"), "{field:?}");
    }
    // Nor does one that takes a project out.
    let page = pages
        .post(
            "/tokens/new",
            "ada",
            &[&fields[..2], &[("remove", "project@1")]].concat(),
        )
        .await;
    assert_eq!((page.status, pages.count().await), (200, 0));
}

#[actix_web::test]
async fn thousands_of_projects_are_not_looked_up() {
    let pages = pages().await;
    let query = (0..3000).map(|at| format!("&projects=project@{at}"));
    let query = query.collect::<String>();
    let page = pages.get(&format!("/tokens/new?{query}"), "ada").await;
    assert_eq!(
        (page.status, page.times("<fieldset class=\"project")),
        (200, 100)
    );
    assert!(page.has("A token is for at most 100 projects."));
}

#[actix_web::test]
async fn links_lead_to_the_pages_however_the_path_is_spelt() {
    let pages = pages().await;
    let (_, token) = pages.create("ada", &[]).await;
    let (first, rest) = token.id.split_at(1);
    let revoke = format!("/tokens/{}{rest}/revoke", encoded(first));
    for page in [
        pages.get("/tokens/%6eew", "ada").await,
        pages.post(&revoke, "ada", &[]).await,
        pages.get("/tokens/%61ll", "root").await,
    ] {
        assert_eq!(page.status, 200);
        assert!(page.has("href=\"/tokens/new\""), "{}", page.text);
        assert!(page.has("src=\"/tokens/page.js?v="));
    }
}

#[actix_web::test]
async fn all_tokens_of_one_owner_are_revoked_together() {
    let pages = pages().await;
    for who in ["ada", "ada", "bob"] {
        pages.create(who, &[]).await;
    }
    let button = "Revoke all 2 tokens of user ada";
    assert!(!pages.get("/tokens/all", "root").await.has("Revoke all"));
    assert!(
        !pages
            .get("/tokens/all?owner=bob", "root")
            .await
            .has("Revoke all")
    );
    let page = pages.get("/tokens/all?owner=ada", "root").await;
    assert!(page.has(button), "{}", page.text);
    // Of nobody in particular, or of two: nothing.
    for fields in [
        &[][..],
        &[("owner", "")],
        &[("owner", " ")],
        &[("owner", "ada"), ("owner", "bob")],
    ] {
        let page = pages.post("/tokens/all", "root", fields).await;
        assert_eq!(page.status, 400, "{}", page.text);
    }
    let owner = [("owner", "ada")];
    assert_eq!(pages.post("/tokens/all", "ada", &owner).await.status, 403);
    let with_cookie = with_cookie(TestRequest::post().uri("/tokens/all"), "root");
    assert_eq!(pages.send(with_cookie.set_form(owner)).await.status, 403);
    assert_eq!(active(&pages, "ada").await, 2);
    let page = pages.post("/tokens/all", "root", &owner).await;
    assert!(page.has("2 tokens of user ada are revoked.") && page.has("value=\"ada\""));
    assert_eq!(
        (active(&pages, "ada").await, active(&pages, "bob").await),
        (0, 1)
    );
    // Who may look and not revoke has no button.
    pages.people.add("root", &["admin.tokens:GET"]);
    pages.create("ada", &[]).await;
    pages.create("ada", &[]).await;
    let page = pages.get("/tokens/all?owner=ada", "root").await;
    assert!(!page.has("/revoke\"") && !page.has("Revoke all"));
    assert_eq!(pages.post("/tokens/all", "root", &owner).await.status, 403);
}
