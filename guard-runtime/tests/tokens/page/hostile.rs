//! Texts that would be markup, wherever they come from.

use guard_runtime::__private::{resource, scope, scopes};
use guard_runtime::Scopes;

use super::{day, encoded, pages, pages_of};

pub(super) const TEXT: &str = "\"'><script>alert(1)</script>&<img src=x onerror=alert(1)>";

#[track_caller]
fn is_text(page: &super::Page) {
    let lower = page.text.to_ascii_lowercase();
    for markup in ["<script>", "<img", "\"'>"] {
        assert!(!lower.contains(markup), "{markup}: {}", page.text);
    }
    assert!(lower.contains("&lt;script&gt;alert(1)"), "{}", page.text);
    assert_eq!(page.times("<script "), 1);
}

#[actix_web::test]
async fn no_text_becomes_markup() {
    let pages = pages().await;
    let text = encoded(TEXT);
    for query in [
        "title",
        "description",
        "expires",
        "permissions",
        "projects",
        "in",
        "add",
    ] {
        let page = pages
            .get(&format!("/tokens/new?{query}={text}"), "ada")
            .await;
        assert_eq!(page.status, 200);
        // A day that is none is not shown; the title of a project always is.
        is_text(&page);
    }
    is_text(
        &pages
            .get(&format!("/tokens/all?owner={text}"), "root")
            .await,
    );
    let mistaken = [("title", TEXT), ("description", TEXT), ("add", TEXT)];
    is_text(&pages.post("/tokens/new", "ada", &mistaken).await);
    let fields = [
        ("title", TEXT),
        ("description", TEXT),
        ("expires", &day(1)),
        ("in", "project.root:GET@1"),
    ];
    let created = pages.post("/tokens/new", "ada", &fields).await;
    assert_eq!(created.status, 201);
    is_text(&created);
    is_text(&pages.get("/tokens", "ada").await);
    is_text(&pages.get("/tokens/all?owner=ada", "root").await);
    let owned = format!(
        "/tokens/{}/revoke",
        pages.tokens.list_all().await.unwrap()[0].id
    );
    is_text(&pages.post(&owned, "ada", &[]).await);
}

/// A schema that was made of somebody's texts, of this many resources.
fn schema(resources: u32, text: &'static str) -> &'static Scopes {
    let resources = (0..resources).map(|at| {
        let name = Box::leak(format!("r{at}").into_boxed_str());
        resource(name, text, text, 0b1111, at * 4)
    });
    let resources = Box::leak(resources.collect::<Vec<_>>().into_boxed_slice());
    let entry = scope("big", text, text, None, &[], resources);
    Box::leak(Box::new(scopes("tests", Box::leak(Box::new([entry])))))
}

#[actix_web::test]
async fn no_title_of_a_schema_becomes_markup() {
    let pages = pages_of(schema(2, TEXT), false).await;
    is_text(&pages.get("/tokens/new", "ada").await);
}

#[actix_web::test]
async fn thousands_of_permissions_are_shown() {
    let pages = pages_of(schema(1000, "text"), false).await;
    let page = pages.get("/tokens/new", "ada").await;
    assert_eq!(page.times("type=\"checkbox\""), 4000);
    assert!(page.has("class=\"scroll long\"") && page.has("of the 4000 permissions"));
}
