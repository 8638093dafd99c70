//! Bodies and gates of the JSON API.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::test::TestRequest;

use crate::support::{now, shop};

#[actix_web::test]
async fn every_endpoint_is_gated() {
    let shop = shop().await;
    shop.people.add("eve", &[]);
    let requests = || {
        [
            TestRequest::get().uri("/tokens"),
            TestRequest::post().uri("/tokens").set_payload("{"),
            TestRequest::delete().uri("/tokens"),
            TestRequest::delete().uri("/tokens/0000000000000000"),
            TestRequest::get().uri("/tokens/all"),
            TestRequest::delete().uri("/tokens/all?owner=ada"),
            TestRequest::delete().uri("/tokens/all/0000000000000000"),
        ]
    };
    for request in requests() {
        assert_eq!(shop.send_plain(request).await.status, 401);
    }
    for request in requests() {
        assert_eq!(shop.send(request, "session.eve").await.status, 403);
    }
    let gates = guard_runtime::gates();
    for name in [
        "list_tokens",
        "create_token",
        "revoke_token",
        "revoke_tokens",
    ] {
        let of = |it: &&guard_runtime::GateEntry| it.handler.ends_with(name);
        let gate = gates.iter().find(of).unwrap();
        assert!(
            gate.requirement.to_string().contains("account.tokens"),
            "{gate:?}"
        );
        assert!(gate.file.ends_with("support/app.rs"), "{}", gate.file);
    }
    for name in ["list_all_tokens", "revoke_any_token", "revoke_tokens_of"] {
        let gate = gates.iter().find(|it| it.handler.ends_with(name)).unwrap();
        assert!(
            gate.requirement.to_string().contains("admin.tokens"),
            "{gate:?}"
        );
    }
}

#[actix_web::test]
async fn what_is_no_request_is_a_problem() {
    let shop = shop().await;
    let big = format!("{{\"title\": \"{}\"}}", "x".repeat(70_000));
    let secret = "acme_pat_secret";
    let unknown = format!("{{\"title\": \"a\", \"{secret}\": 1}}");
    let mistyped = format!("{{\"title\": \"a\", \"expires_at\": \"{secret}\"}}");
    for (kind, body, status, problem) in [
        ("application/json", "", 400, "malformed-request"),
        ("application/json", "{", 400, "malformed-request"),
        ("application/json", "null", 400, "malformed-request"),
        (
            "application/json",
            "{\"title\": 1}",
            400,
            "malformed-request",
        ),
        (
            "application/json",
            "{\"expires_at\": 1e99}",
            400,
            "malformed-request",
        ),
        (
            "application/json",
            "{\"title\": \"a\", \"title\": \"b\"}",
            400,
            "malformed-request",
        ),
        (
            "application/json",
            unknown.as_str(),
            400,
            "malformed-request",
        ),
        (
            "application/json",
            mistyped.as_str(),
            400,
            "malformed-request",
        ),
        ("application/json", big.as_str(), 413, "too-large"),
        ("text/plain", "{}", 415, "no-json"),
        ("application/json", "{}", 422, "invalid-token-request"),
    ] {
        let request = TestRequest::post()
            .uri("/tokens")
            .insert_header((CONTENT_TYPE, kind));
        let request = request.set_payload(body.to_owned());
        let answer = shop.send(request, "session.ada").await;
        let found = (answer.status.as_u16(), answer.problem());
        assert_eq!(
            found,
            (status, problem.to_owned()),
            "{body:.80}: {}",
            answer.text
        );
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert!(!answer.text.contains(secret), "{}", answer.text);
    }
}

#[actix_web::test]
async fn a_created_token_is_described() {
    let shop = shop().await;
    let body = serde_json::json!({
        "title": "  export  ",
        "description": "nightly\nat two",
        "expires_at": now() + 600,
        "permissions": ["admin.configuration:get", "admin.configuration:GET"],
    });
    let answer = shop.post("/tokens", "session.ada", &body).await;
    assert_eq!(answer.status, 201);
    let token = answer.json()["token"].clone();
    assert_eq!(
        (&token["title"], &token["owner"]),
        (&"export".into(), &"ada".into())
    );
    assert_eq!(token["description"], "nightly\nat two");
    assert_eq!(
        token["permissions"]["requested"],
        serde_json::json!(["admin.configuration:GET"])
    );
    assert_eq!(
        token["permissions"]["actual"],
        token["permissions"]["requested"]
    );
    assert!(
        answer.json()["secret"]
            .as_str()
            .unwrap()
            .starts_with("acme_pat_")
    );
}
