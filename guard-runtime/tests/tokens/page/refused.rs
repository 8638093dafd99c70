//! Gates, proofs and headers.

use std::sync::atomic::Ordering;

use actix_web::test::TestRequest;

use super::{day, pages, with_cookie};

const GET: [&str; 5] = [
    "",
    "/new",
    "/all",
    "/all?owner=ada",
    "/new?projects=project@1",
];
const POST: [&str; 5] = [
    "/new",
    "/revoke",
    "/0000000000000000/revoke",
    "/all/x/revoke",
    "/all",
];

#[actix_web::test]
async fn every_page_is_gated() {
    let pages = pages().await;
    pages.people.add("eve", &[]);
    let requests = || {
        let get = GET.map(|it| TestRequest::get().uri(&format!("/tokens{it}")));
        let post = POST.map(|it| TestRequest::post().uri(&format!("/tokens{it}")));
        get.into_iter().chain(post)
    };
    for request in requests() {
        assert_eq!(pages.send(request).await.status, 401);
    }
    for request in requests() {
        assert_eq!(pages.send(super::as_user(request, "eve")).await.status, 403);
    }
    let gates = guard_runtime::gates();
    for (name, permission) in [
        ("page::own::show_tokens", "account.tokens:GET"),
        ("page::own::show_form", "account.tokens:CREATE"),
        ("page::own::submit_form", "account.tokens:CREATE"),
        ("page::own::revoke_shown_token", "account.tokens:DELETE"),
        ("page::own::revoke_shown_tokens", "account.tokens:DELETE"),
        ("page::all::show_all_tokens", "admin.tokens:GET"),
        ("page::all::revoke_any_shown_token", "admin.tokens:DELETE"),
        (
            "page::all::revoke_all_shown_tokens_of",
            "admin.tokens:DELETE",
        ),
        ("page::files::style", "no_auth"),
        ("page::files::script", "no_auth"),
    ] {
        let gate = gates
            .iter()
            .find(|it| it.handler.ends_with(name))
            .expect(name);
        let demand = gate.requirement.to_string();
        assert!(demand.contains(permission), "{name}: {demand}");
        assert!(gate.file.ends_with("tokens/page/mod.rs"), "{}", gate.file);
    }
}

#[actix_web::test]
async fn a_session_in_a_cookie_needs_the_proof_of_the_page() {
    let pages = pages().await;
    let form = pages
        .send(with_cookie(TestRequest::get().uri("/tokens/new"), "ada"))
        .await;
    let proof = form.part("name=\"csrf-token\" content=\"", "\"").to_owned();
    let of_bob = pages
        .send(with_cookie(TestRequest::get().uri("/tokens/new"), "bob"))
        .await;
    let of_bob = of_bob
        .part("name=\"csrf-token\" content=\"", "\"")
        .to_owned();
    let fields = [("title", "x"), ("expires", &day(1))];
    let request = || {
        let request = TestRequest::post().uri("/tokens/new").set_form(fields);
        with_cookie(request, "ada")
    };
    assert_eq!(pages.send(request()).await.status, 403);
    for wrong in ["", "x", &of_bob] {
        let request = request().insert_header(("x-csrf-token", wrong));
        assert_eq!(pages.send(request).await.status, 403);
    }
    for path in ["/tokens/revoke", "/tokens/x/revoke"] {
        let request = with_cookie(TestRequest::post().uri(path), "ada");
        assert_eq!(pages.send(request).await.status, 403);
    }
    assert_eq!(pages.count().await, 0);
    let request = request().insert_header(("x-csrf-token", proof));
    assert_eq!(pages.send(request).await.status, 201);
    // Where no cookie is, there is no session to protect.
    assert!(!pages.get("/tokens/new", "ada").await.has("csrf-token"));
}

#[actix_web::test]
async fn every_answer_has_its_headers() {
    let pages = pages().await;
    let mut answers = Vec::new();
    for path in GET {
        answers.push(pages.get(&format!("/tokens{path}"), "root").await);
        answers.push(pages.get(&format!("/tokens{path}"), "nobody").await);
    }
    for path in POST {
        answers.push(pages.post(&format!("/tokens{path}"), "root", &[]).await);
    }
    answers.push(pages.create("ada", &[]).await.0);
    let kept = answers.len();
    let page = pages.get("/tokens", "ada").await;
    for path in [
        page.part("rel=\"stylesheet\" href=\"", "\""),
        page.part("<script src=\"", "\""),
    ] {
        answers.push(pages.send(TestRequest::get().uri(path)).await);
    }
    for (at, answer) in answers.iter().enumerate() {
        let header = |name: &str| answer.headers.get(name).map_or("", String::as_str);
        let cache = if at < kept {
            "no-store"
        } else {
            "public, max-age=31536000, immutable"
        };
        assert_eq!(header("cache-control"), cache, "{answer:?}");
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(
            header("content-security-policy"),
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src \
             'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        );
    }
    assert!(answers[kept].headers["content-type"].starts_with("text/css"));
    assert!(answers[kept + 1].headers["content-type"].starts_with("text/javascript"));
    // What the policy forbids does not stand in the pages either.
    for answer in &answers[..kept] {
        assert!(!answer.has("style=") && !answer.has(" onclick") && !answer.has("<style"));
    }
}

#[actix_web::test]
async fn names_that_cannot_be_read_are_an_outage() {
    let pages = pages().await;
    pages.down.store(true, Ordering::SeqCst);
    assert_eq!(pages.get("/tokens/new", "ada").await.status, 503);
    assert_eq!(pages.get("/tokens", "ada").await.status, 503);
    assert_eq!(pages.count().await, 0);
}
