//! Signing in and out.

use actix_web::test::TestRequest;

use crate::browser::{form, world};

const SIGN_IN: &str = "/admin/sign-in";

#[actix_web::test]
async fn the_session_is_in_a_cookie_that_only_the_site_gets() {
    let world = world().await;
    let body = "username=ada&password=open+sesame&next=%2Fadmin%2Ftags%3Fpage%3D1";
    let answer = world.send(form(SIGN_IN, body.into())).await;
    assert_eq!(answer.leads(), (303, "/admin/tags?page=1"));
    let cookie = answer.header("set-cookie").to_owned();
    for part in [
        "; HttpOnly",
        "; SameSite=Lax",
        "; Secure",
        "; Path=/admin",
        "; Max-Age=",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let (_, lifetime) = cookie.split_once("Max-Age=").unwrap();
    let lifetime = lifetime.split(';').next().unwrap().parse::<u32>().unwrap();
    assert!((595..=600).contains(&lifetime), "{lifetime}");
}

#[actix_web::test]
async fn nobody_is_sent_to_another_site() {
    let world = world().await;
    for next in [
        "https://evil.example",
        "//evil.example",
        "/admin//evil",
        "%2F%5Cevil.example",
        "/elsewhere",
        "/admin/../x",
    ] {
        let body = format!("username=ada&password=open+sesame&next={next}");
        let answer = world.send(form(SIGN_IN, body)).await;
        assert_eq!(answer.leads(), (303, "/admin"), "{next}");
        world
            .open(&format!("{SIGN_IN}?next={next}"))
            .await
            .has_not("name=\"next\"");
    }
}

#[actix_web::test]
async fn wrong_names_and_passwords_are_answered_alike() {
    let world = world().await;
    let mut answers = Vec::new();
    for body in [
        "username=ada&password=wrong",
        "username=%22%3E%3Cb%3E&password=open+sesame",
    ] {
        let answer = world.send(form(SIGN_IN, body.into())).await;
        assert_eq!(answer.status, 422);
        assert_eq!(answer.header("set-cookie"), "");
        answer
            .has("The name or the password is wrong.")
            .has_not("\"><b>");
        let (_, rest) = answer.text.split_once("id=\"wrong\"").unwrap();
        answers.push(rest.split("</p>").next().unwrap().to_owned());
    }
    assert_eq!(answers[0], answers[1]);
    for body in [
        "",
        "username=ada",
        "username=ada&username=sam&password=open+sesame",
        "username=ada&password=x&password=open+sesame",
    ] {
        let answer = world.send(form(SIGN_IN, body.into())).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("set-cookie")),
            (422, ""),
            "{body}"
        );
    }
    let down = world
        .send(form(SIGN_IN, "username=down&password=x".into()))
        .await;
    assert_eq!(down.status, 503);
}

/// Another site must not sign its visitors in here as somebody of its choice.
#[actix_web::test]
async fn other_sites_sign_nobody_in() {
    let world = world().await;
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        for path in [SIGN_IN, "/admin/sign-out"] {
            let request = TestRequest::post().uri(path).insert_header((name, value));
            let request = request.insert_header(("host", "office.example"));
            let request =
                request.insert_header(("content-type", "application/x-www-form-urlencoded"));
            let answer = world
                .send(request.set_payload("username=ada&password=open+sesame"))
                .await;
            assert_eq!(
                (answer.status.as_u16(), answer.header("set-cookie")),
                (403, ""),
                "{name} {value}"
            );
        }
    }
}

#[actix_web::test]
async fn a_session_ends_when_its_user_signs_out() {
    let world = world().await;
    let ada = world.sign_in("ada").await;
    assert_eq!(ada.open("/admin").await.status, 200);
    let refused = world
        .send(form("/admin/sign-out", String::new()).insert_header(ada.cookie()))
        .await;
    assert_eq!(refused.status, 403);
    let answer = ada.send("/admin/sign-out", "").await;
    assert_eq!(answer.leads(), (303, "/admin/sign-in?said=signed-out"));
    assert!(
        answer.header("set-cookie").starts_with("session=; "),
        "{answer:?}"
    );
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    // Also for whoever has kept it.
    assert_eq!(ada.open("/admin").await.status, 303);
    world
        .open("/admin/sign-in?said=signed-out")
        .await
        .has("You are signed out.");
}

/// A session that somebody else has put into the browser does not live on.
#[actix_web::test]
async fn signing_in_ends_the_session_before() {
    let world = world().await;
    let before = world.sign_in("sam").await;
    let wrong = form(SIGN_IN, "username=ada&password=wrong".into()).insert_header(before.cookie());
    world.send(wrong).await;
    assert_eq!(before.open("/admin").await.status, 200);
    let request = form(SIGN_IN, "username=ada&password=open+sesame".into());
    let answer = world.send(request.insert_header(before.cookie())).await;
    assert_eq!(answer.status, 303);
    assert_eq!(before.open("/admin").await.status, 303);
}

#[actix_web::test]
async fn the_form_sends_its_origin_and_is_kept_nowhere() {
    let world = world().await;
    let form_page = world.open(SIGN_IN).await;
    // With `no-referrer`, browsers would send `Origin: null`.
    assert_eq!(form_page.header("referrer-policy"), "same-origin");
    assert_eq!(form_page.header("cache-control"), "no-store");
    form_page
        .has("autocomplete=\"current-password\"")
        .has("data-plain");
    let large = format!("username=ada&password={}", "a".repeat(20_000));
    assert_eq!(world.send(form(SIGN_IN, large)).await.status, 413);
}
