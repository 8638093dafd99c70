//! What is refused, as pages.

use actix_web::http::Method;
use actix_web::test::TestRequest;

use crate::browser::{form, page, world};

#[actix_web::test]
async fn a_refusal_says_what_is_missing() {
    let world = world().await;
    let page = world
        .sign_in("ivy")
        .await
        .open("/admin/sales/invoices")
        .await;
    assert_eq!(page.status, 403);
    page.has("You are not allowed to do this")
        .has("<code>group:seller</code>");
    page.has("Answer 403, request")
        .has("href=\"/admin\"")
        .has("Signed in as");
    // What she may open is still at hand, and there is no way back to what she may not.
    page.has("/admin/tags").has_not("Back to “Invoices”");
    assert!(
        page.header("www-authenticate")
            .contains("insufficient_scope")
    );
}

/// A closed page closes all of its routes, whatever is asked of them, and reads no body.
#[actix_web::test]
async fn a_closed_page_has_no_open_route() {
    let world = world().await;
    let ivy = world.sign_in("ivy").await;
    for below in [
        "",
        "/new",
        "/1",
        "/1/edit",
        "/update",
        "/export",
        "/actions/mark_paid",
        "/nowhere/at/all",
    ] {
        let answer = ivy.open(&format!("/admin/sales/invoices{below}")).await;
        assert_eq!(answer.status, 403, "GET {below}");
        answer.has_not("A-001");
    }
    for below in [
        "/new",
        "/1/edit",
        "/1/delete",
        "/update",
        "/delete",
        "/actions/mark_paid",
    ] {
        let answer = ivy
            .send(&format!("/admin/sales/invoices{below}"), "%%%")
            .await;
        assert_eq!(answer.status, 403, "POST {below}");
    }
}

/// What an app refuses no page below allows, although the page's own answer is yes.
#[actix_web::test]
async fn what_stands_above_has_the_last_word() {
    let world = world().await;
    let (ada, zoe) = (world.sign_in("ada").await, world.sign_in("zoe").await);
    for path in ["", "/1"] {
        let path = format!("/admin/sales/invoices{path}");
        ada.open(&path).await.has("/delete\"").has("Mark paid");
        let page = zoe.open(&path).await;
        page.has("name=\"csrf-token\"")
            .has_not("Delete")
            .has_not("Mark paid");
    }
    for (below, sent) in [
        ("1/delete", ""),
        ("delete", "key=1"),
        ("actions/mark_paid", "key=1"),
    ] {
        let path = format!("/admin/sales/invoices/{below}");
        assert_eq!(zoe.send(&path, sent).await.status, 403, "{below}");
    }
    assert_eq!(zoe.open("/admin/sales/invoices/1").await.status, 200);
}

#[actix_web::test]
async fn a_route_of_the_pages_own_is_refused_as_a_page() {
    let world = world().await;
    let path = "/admin/sales/invoices/export";
    assert_eq!(
        world.sign_in("ada").await.open(path).await.text,
        "all of them"
    );
    let sam = world.sign_in("sam").await;
    let page = sam.open(path).await;
    assert_eq!(page.status, 403);
    page.has("<code>group:manager</code>")
        .has("Back to “Invoices”");
    // Programs are answered as ever.
    let plain = world
        .send(TestRequest::get().uri(path).insert_header(sam.cookie()))
        .await;
    assert_eq!(plain.header("content-type"), "application/problem+json");
}

#[actix_web::test]
async fn who_has_not_signed_in_is_sent_to_do_so() {
    let world = world().await;
    let sent = world
        .open("/admin/sales/invoices?page=2&sort=-number")
        .await;
    let there = "/admin/sign-in?next=%2Fadmin%2Fsales%2Finvoices%3Fpage%3D2%26sort%3D-number";
    assert_eq!(sent.leads(), (303, there));
    let form_page = world.open(there).await;
    form_page.has("name=\"next\" value=\"/admin/sales/invoices?page=2&amp;sort=-number\"");
    assert_eq!(
        world.open("/admin").await.leads(),
        (303, "/admin/sign-in?next=%2Fadmin")
    );
    // Changes and programs are not sent anywhere.
    let change = world
        .send(form("/admin/sales/invoices/new", "number=1".into()))
        .await;
    assert_eq!(change.status, 401);
    change.has("Sign in to do this");
    let program = world.send(TestRequest::get().uri("/admin/tags")).await;
    assert_eq!(program.status, 401);
    assert!(program.header("www-authenticate").starts_with("Bearer"));
    let expired = page("/admin/tags").insert_header(("cookie", "session=a.b.c"));
    assert_eq!(world.send(expired).await.status, 303);
}

#[actix_web::test]
async fn what_leads_nowhere_is_a_page_of_its_own() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    for path in [
        "/admin/nowhere",
        "/admin/sales/invoices/999",
        "/admin/sales/invoices/1/nothing",
    ] {
        let page = ada.open(path).await;
        assert_eq!(page.status, 404, "{path}");
        page.has("There is nothing here").has("<main id=\"main\"");
    }
    // Nobody learns from it what there is.
    world
        .open("/admin/nowhere")
        .await
        .has("There is nothing here")
        .has_not("Invoices");
}

#[actix_web::test]
async fn changes_need_the_proof_of_the_session() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    for proof in ["", "AAAA"] {
        let request = form("/admin/sales/invoices/1/delete", String::new());
        let request = request.insert_header(ada.cookie());
        let answer = world
            .send(request.insert_header(("x-csrf-token", proof)))
            .await;
        assert_eq!(answer.status, 403);
        answer.has("The request does not come from this site");
    }
    assert_eq!(ada.open("/admin/sales/invoices/1").await.status, 200);
}

#[actix_web::test]
async fn bodies_are_forms_and_not_too_large() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    let path = "/admin/tags/new";
    let large = ada
        .send(path, format!("name={}", "a".repeat(1024 * 1024)))
        .await;
    assert_eq!(large.status, 413);
    large.has("The form is too large");
    let proof = world.access.csrf_token(&ada.session).unwrap();
    let json = TestRequest::default().method(Method::POST).uri(path);
    let json = json
        .insert_header(ada.cookie())
        .insert_header(("x-csrf-token", proof));
    let json = json
        .insert_header(("content-type", "application/json"))
        .set_payload("{}");
    assert_eq!(world.send(json).await.status, 415);
}
