//! Sessions in a cookie: signing in with a browser, and requests of other sites.

use serde_json::{Value, json};

use super::server::{Answer, Headers, form, get, post, send, token};
use crate::app::data::seed::demo::PASSWORD;

fn enter(login: &str, headers: &Headers) -> Answer {
    form(
        "/sign-in",
        headers,
        &format!("username={login}&password={PASSWORD}"),
    )
}

/// The cookie of a new session, and the proof that its pages hold.
fn session(login: &str) -> (Headers, Headers) {
    let entered = enter(login, &Vec::new());
    entered.expect(303);
    let cookie = entered.header("set-cookie").expect("a cookie");
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let cookie = vec![("cookie", cookie)];
    let page = get("/", &cookie).body;
    let (_, proof) = page.split_once("csrf-token\" content=\"").expect("a proof");
    let proof = proof.split('"').next().unwrap().to_owned();
    assert!(!proof.is_empty());
    (cookie, vec![("x-csrf-token", proof)])
}

#[test]
fn a_browser_signs_in_and_out() {
    let entered = enter("writer", &Vec::new());
    let cookie = entered.header("set-cookie").expect("a cookie");
    for part in [
        "; HttpOnly",
        "; SameSite=Lax",
        "; Path=/",
        "; Max-Age=28800",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(entered.header("location"), Some("/"));

    let (cookie, proof) = session("writer");
    let page = get("/", &cookie);
    assert!(
        page.body.contains("You are <b>Mei Tanaka</b>"),
        "{}",
        page.body
    );
    assert!(page.header("content-security-policy").is_some());
    assert_eq!(get("/api/me", &cookie).expect(200)["id"], 3);

    let out = post("/sign-out", &[cookie.clone(), proof].concat(), &Value::Null);
    out.expect(204);
    assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"));
    // Also for who has kept it.
    get("/api/me", &cookie).expect(401);
    assert!(get("/", &cookie).body.contains("You are the guest"));
}

#[test]
fn other_sites_change_nothing() {
    let (cookie, proof) = session("manager");
    let (_, foreign) = session("manager");
    let from = |site: &str| vec![("sec-fetch-site", site.to_owned())];
    let origin = vec![("origin", "https://evil.example".to_owned())];
    let body = json!({ "stars": 5, "text": "Fine." });
    for (what, more, status) in [
        ("proof", proof.clone(), 201),
        ("no proof", Vec::new(), 403),
        ("another session's", foreign, 403),
        (
            "cross-site",
            [proof.clone(), from("cross-site")].concat(),
            403,
        ),
        (
            "same-origin",
            [proof.clone(), from("same-origin")].concat(),
            201,
        ),
        ("another origin", [proof.clone(), origin].concat(), 403),
        // Two credentials.
        ("a token as well", [proof, token(2)].concat(), 400),
    ] {
        let answer = post("/api/feedback", &[cookie.clone(), more].concat(), &body);
        assert_eq!(answer.status, status, "{what}: {}", answer.body);
    }
    // Nobody is signed in as somebody of another site's choice.
    assert_eq!(enter("manager", &from("cross-site")).status, 403);
    assert_eq!(enter("manager", &from("same-site")).status, 403);
    assert_eq!(enter("manager", &from("same-origin")).status, 303);
}

#[test]
fn a_wrong_password_gets_the_form_again() {
    for body in [
        "username=manager&password=wrong",
        "username=blocked&password=x",
        "",
    ] {
        let refused = form("/sign-in", &Vec::new(), body);
        refused.expect(400);
        assert_eq!(refused.header("set-cookie"), None);
        assert!(refused.body.contains("<form method=\"post\""));
    }
    let forged = vec![("cookie", "collab_session=a.b.c".to_owned())];
    send("GET", "/api/me", &forged, &Value::Null).expect(401);
}

#[test]
fn whoever_looks_at_pages_is_refused_with_a_page() {
    let accept = |kind: &str| vec![("accept", kind.to_owned())];
    let browser = accept("text/html,application/xhtml+xml,*/*;q=0.8");
    let page = get("/tokens", &browser);
    assert_eq!(page.status, 401);
    assert!(page.body.contains("href=\"/sign-in\""), "{}", page.body);
    assert!(
        page.header("content-type")
            .unwrap()
            .starts_with("text/html")
    );
    assert!(page.header("www-authenticate").is_some());
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let (guest, _) = session("guest");
    let page = get("/tokens", &[guest, browser.clone()].concat());
    assert_eq!(page.status, 403);
    assert!(
        page.body
            .contains("<h1>You are not allowed to do this</h1>")
    );
    for (path, headers) in [
        ("/api/me", &browser),
        ("/tokens", &accept("*/*")),
        ("/tokens", &Vec::new()),
    ] {
        let refused = get(path, headers);
        let kind = refused.header("content-type");
        assert_eq!(kind, Some("application/problem+json"), "{path}");
    }
}
