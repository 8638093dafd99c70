//! What a refusal says: the cases of `FastAPI`'s security scopes, in the words of RFC 6750.

use serde_json::{Value, json};

use crate::app::{INSUFFICIENT, app, get, insufficient};
use crate::people::{People, builder};
use crate::support::{expired, token};

#[actix_web::test]
async fn a_missing_token() {
    let app = app!(builder(&People::default()));
    for uri in [
        "/configuration",
        "/signed_in",
        "/projects/1/models",
        "/projects/9/models",
    ] {
        let (status, challenge, body) = get!(app, uri, None);
        assert_eq!(
            (status, challenge.as_str()),
            (401, "Bearer realm=\"api\""),
            "{uri}"
        );
        let problem: Value = serde_json::from_str(&body).expect("a problem");
        assert_eq!(problem["type"], "urn:guard:problem:missing-credentials");
        assert!(
            problem.get("required").is_none() && problem.get("missing").is_none(),
            "{body}"
        );
    }
}

#[actix_web::test]
async fn a_bad_token() {
    let app = app!(builder(&People::default()));
    let expected = "Bearer realm=\"api\", error=\"invalid_token\", \
                    error_description=\"The token is not valid or has expired\"";
    for token in ["a.b.c", "nonsense", &expired("admin")] {
        for uri in ["/configuration", "/projects/1/models"] {
            let (status, challenge, body) = get!(app, uri, Some(token));
            assert_eq!(
                (status, challenge.as_str()),
                (401, expected),
                "{uri} {token}"
            );
            assert!(
                !body.contains("configuration") && !body.contains("required"),
                "{body}"
            );
        }
    }
}

#[actix_web::test]
async fn a_missing_scope() {
    let app = app!(builder(&People::default()));
    let portal = token("portal");
    let (status, challenge, body) = get!(app, "/configuration", Some(&portal));
    assert_eq!(
        (status, challenge),
        (403, insufficient("admin.configuration:GET"))
    );
    let problem: Value = serde_json::from_str(&body).expect("a problem");
    assert_eq!(problem["type"], "urn:guard:problem:forbidden");
    assert_eq!(problem["required"], json!(["admin.configuration:GET"]));
    assert_eq!(problem["missing"], json!(["admin.configuration:GET"]));

    // In the order in which they are written; the body is sorted, and says what is lacking.
    let (_, challenge, body) = get!(app, "/several", Some(&token("muddle")));
    let all = "admin.configuration:UPDATE admin.configuration:GET admin.tools:GET";
    assert_eq!(challenge, insufficient(all));
    let problem: Value = serde_json::from_str(&body).expect("a problem");
    let required = json!([
        "admin.configuration:GET",
        "admin.configuration:UPDATE",
        "admin.tools:GET"
    ]);
    assert_eq!(problem["required"], required);
    let missing = json!(["admin.configuration:GET", "admin.configuration:UPDATE"]);
    assert_eq!(problem["missing"], missing);
}

#[actix_web::test]
async fn alternatives_in_the_challenge() {
    let app = app!(builder(&People::default()));
    for (uri, scope, required) in [
        (
            "/either",
            "admin.tools:UPDATE",
            json!(["any(admin.tools:UPDATE, user.tokens:CREATE)"]),
        ),
        (
            "/nested",
            "admin.tools:GET admin.configuration:UPDATE",
            json!(["any(all(admin.tools:GET, admin.configuration:UPDATE), user.tokens:GET)"]),
        ),
        (
            "/manager_or_tools",
            "admin.tools:UPDATE",
            json!(["any(group:manager, admin.tools:UPDATE)"]),
        ),
        (
            "/group_and_tools",
            "admin.tools:GET",
            json!(["admin.tools:GET", "group:manager"]),
        ),
    ] {
        let (status, challenge, body) = get!(app, uri, Some(&token("portal")));
        assert_eq!((status, challenge), (403, insufficient(scope)), "{uri}");
        let problem: Value = serde_json::from_str(&body).expect("a problem");
        assert_eq!(problem["required"], required, "{uri}");
    }
    // No scope helps here, so none is named.
    let (status, challenge, _) = get!(app, "/group", Some(&token("portal")));
    assert_eq!((status, challenge.as_str()), (403, INSUFFICIENT));
}
