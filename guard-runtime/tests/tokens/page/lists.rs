//! Lists: states and permissions in words, and what can be revoked.

use guard_runtime::Id;
use guard_runtime::tokens::TokenState;

use super::{day, pages};

#[actix_web::test]
async fn requested_against_actual_is_said_in_words() {
    let pages = pages().await;
    let fields = [
        ("permissions", "admin.configuration:GET"),
        ("permissions", "admin.configuration:UPDATE"),
        ("in", "project.root:GET@1"),
        ("in", "project.root:UPDATE@1"),
    ];
    pages.create("ada", &fields).await;
    let page = pages.get("/tokens", "ada").await;
    assert_eq!(
        page.times("has all 2 permissions asked for"),
        2,
        "{}",
        page.text
    );
    assert!(page.has("<span class=\"state active\">active</span>") && page.has(">never<"));
    assert!(page.has(&format!("datetime=\"{}T00:00Z\"", day(8))));

    pages
        .people
        .add("ada", &["account.tokens:GET", "admin.configuration:GET"]);
    pages.people.join("ada", 1, &["project.root:GET"]);
    let page = pages.get("/tokens", "ada").await;
    for text in [
        "has 1 of the 2 permissions asked for; 1 that you no longer have: admin.configuration:UPDATE.",
        "has 1 of the 2 permissions asked for; 1 that you no longer have: project.root:UPDATE.",
        "<td>no longer</td>",
    ] {
        assert!(page.has(text), "{text}\n{}", page.text);
    }
    let page = pages.get("/tokens/all?owner=ada", "root").await;
    assert!(page.has("that its owner no longer has: project.root:UPDATE"));
    let page = pages.get("/tokens/all", "root").await;
    assert!(page.has("asked for 2 permissions.") && !page.has("no longer has"));
}

#[actix_web::test]
async fn a_secret_is_in_one_answer() {
    let pages = pages().await;
    let (created, token) = pages.create("ada", &[]).await;
    let secret = created.part("aria-label=\"The token\">", "<").to_owned();
    assert!(secret.starts_with("acme_pat_"));
    assert_eq!(created.times(&secret), 1);
    let hidden = &secret[secret.len() - 20..];
    let revoke = format!("/tokens/{}/revoke", token.id);
    for page in [
        pages.get("/tokens", "ada").await,
        pages.get("/tokens/new", "ada").await,
        pages.get("/tokens/all", "root").await,
        pages.get("/tokens/all?owner=ada", "root").await,
        pages.post(&revoke, "ada", &[]).await,
    ] {
        assert_eq!(page.status, 200);
        assert!(!page.has(hidden), "{}", page.text);
    }
}

#[actix_web::test]
async fn ones_own_are_revoked_and_no_others() {
    let pages = pages().await;
    let (_, of_ada) = pages.create("ada", &[]).await;
    let (_, of_bob) = pages.create("bob", &[]).await;
    let revoke = format!("/tokens/{}/revoke", of_ada.id);
    let states = async || {
        let mut states = Vec::new();
        for owner in ["ada", "bob"] {
            let tokens = pages.tokens.list_of(&Id::from(owner)).await.unwrap();
            states.push(tokens.iter().map(|it| it.state).collect::<Vec<_>>());
        }
        states
    };
    let (active, revoked) = (TokenState::Active, TokenState::Revoked);
    assert_eq!(pages.post(&revoke, "bob", &[]).await.status, 404);
    assert_eq!(pages.post("/tokens/x/revoke", "bob", &[]).await.status, 404);
    assert_eq!(states().await, [[active], [active]]);
    let page = pages.post(&revoke, "ada", &[]).await;
    assert!(page.has("The token is revoked.") && page.has(">revoked</span>"));
    assert_eq!(states().await, [[revoked], [active]]);

    pages.create("ada", &[]).await;
    let page = pages.post("/tokens/revoke", "ada", &[]).await;
    assert!(page.has("All your tokens are revoked."));
    assert_eq!(states().await, [vec![revoked; 2], vec![active]]);

    let any = format!("/tokens/all/{}/revoke", of_bob.id);
    assert_eq!(pages.post(&any, "ada", &[]).await.status, 403);
    let page = pages.post(&any, "root", &[("owner", "bob")]).await;
    assert!(page.has("The token is revoked.") && page.has("value=\"bob\""));
    assert_eq!(states().await, [vec![revoked; 2], vec![revoked]]);
}

#[actix_web::test]
async fn what_cannot_be_done_is_not_offered() {
    let pages = pages().await;
    pages.create("ada", &[]).await;
    pages.create("ada", &[]).await;
    let page = pages.get("/tokens", "ada").await;
    for text in ["/tokens/new\"", "/revoke\"", "Revoke all 2 tokens"] {
        assert!(page.has(text), "{text}");
    }
    assert!(!page.has("/tokens/all") && pages.get("/tokens", "root").await.has("/tokens/all"));
    pages.people.add("ada", &["account.tokens:GET"]);
    let page = pages.get("/tokens", "ada").await;
    assert!(!page.has("/tokens/new\"") && !page.has("/revoke\"") && !page.has("Revoke"));
    // Who may revoke and not read is shown no list.
    pages.people.add("ada", &["account.tokens:DELETE"]);
    let page = pages.post("/tokens/revoke", "ada", &[]).await;
    assert!(page.has("All your tokens are revoked.") && !page.has("export"));
}
